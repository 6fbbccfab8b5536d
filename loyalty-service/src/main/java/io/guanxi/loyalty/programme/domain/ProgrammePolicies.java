package io.guanxi.loyalty.programme.domain;

import io.guanxi.loyalty.programme.domain.ProgrammeCommand.ApproveCorrection;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.CopyVersion;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.CreateDraft;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.FinishCorrection;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.OnCorrection;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.OnDraft;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.ProposeCorrection;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.PublishDraft;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.RejectCorrection;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.WithdrawVersion;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The rules by which a programme is changed, in the order in which they are asked; the first that is broken refuses. */
enum ProgrammePolicies {
    A_DRAFT_IS_CREATED_ONCE(wish -> created(wish.command())
            .filter(wish.programme()::hasHad)
            .map(draft -> new ProgrammeRejection.DraftAlreadyCreated())),

    THERE_ARE_ONLY_SO_MANY_DRAFTS(wish -> created(wish.command())
            .filter(draft -> wish.programme().drafts().size() >= ProgrammeRejection.TooManyDrafts.MOST)
            .map(draft -> new ProgrammeRejection.TooManyDrafts())),

    ONLY_A_DRAFT_THAT_IS_THERE_IS_WORKED_ON(wish -> Optional.of(wish.command())
            .filter(command -> command instanceof OnDraft on
                    && wish.programme().draft(on.draft()).isEmpty())
            .map(command -> new ProgrammeRejection.DraftNotFound())),

    A_PROPOSED_DRAFT_STAYS_AS_IT_IS(wish -> Optional.of(wish.command())
            .filter(command -> command instanceof OnDraft on
                    && wish.programme().draft(on.draft()).orElseThrow().proposedIn() != null)
            .map(command -> new ProgrammeRejection.DraftIsProposed())),

    ONLY_A_VERSION_THAT_IS_THERE_IS_MEANT(wish -> version(wish.command())
            .filter(version -> wish.programme().version(version, wish.terms()).isEmpty())
            .map(version -> new ProgrammeRejection.VersionNotFound())),

    EVERY_INSTANCE_KNOWS_A_VERSION_BEFORE_IT_BEGINS(wish -> as(wish, PublishDraft.class)
            .filter(publish -> publish.from() != null && wish.isTooSoon(publish.from()))
            .map(publish ->
                    new ProgrammeRejection.PublicationTooSoon(wish.terms().leadTime()))),

    A_VERSION_IS_WITHDRAWN_ONCE(wish -> as(wish, WithdrawVersion.class)
            .filter(withdraw -> wish.version(withdraw.version()).isWithdrawn())
            .map(withdraw -> new ProgrammeRejection.VersionIsWithdrawn())),

    EVERY_INSTANCE_KNOWS_A_WITHDRAWAL_BEFORE_THE_VERSION_BEGINS(wish -> as(wish, WithdrawVersion.class)
            .filter(withdraw ->
                    wish.isTooSoon(wish.version(withdraw.version()).published().from()))
            .map(withdraw ->
                    new ProgrammeRejection.TooLateToWithdraw(wish.terms().leadTime()))),

    ONLY_WHAT_HAS_HELD_IS_CORRECTED(CorrectingVersions::neverHeld),

    A_VERSION_IS_CORRECTED_ONCE(CorrectingVersions::corrected),

    ONE_CORRECTION_AT_A_TIME(CorrectingVersions::another),

    A_CORRECTION_CHANGES_SOMETHING(CorrectingVersions::nothingNew),

    ONLY_A_CORRECTION_THAT_IS_THERE_IS_DECIDED(wish -> Optional.of(wish.command())
            .filter(command -> command instanceof OnCorrection on
                    && wish.programme().correction(on.correction()).isEmpty())
            .map(command -> new ProgrammeRejection.CorrectionNotFound())),

    A_CORRECTION_IS_DECIDED_ONCE(wish -> Optional.of(wish.command())
            .filter(command -> (command instanceof ApproveCorrection || command instanceof RejectCorrection)
                    && wish.correction().status() != Correction.Status.PROPOSED)
            .map(command ->
                    new ProgrammeRejection.CorrectionIsDecided(wish.correction().status()))),

    A_SECOND_PERSON_APPROVES(wish -> as(wish, ApproveCorrection.class)
            .filter(approve -> approve.by().equals(wish.correction().proposedBy()))
            .map(approve -> new ProgrammeRejection.SecondPersonNeeded())),

    ONLY_AN_APPROVED_CORRECTION_IS_FINISHED(wish -> as(wish, FinishCorrection.class)
            .filter(finish -> wish.correction().status() != Correction.Status.APPROVED)
            .map(finish -> new ProgrammeRejection.CorrectionIsNotApproved(
                    wish.correction().status()))),

    DIFFERENCES_ARE_POSTED_ONCE_NOBODY_DECIDES_BY_THE_WRONG_RULES(wish -> as(wish, FinishCorrection.class)
            .map(finish -> wish.correction().usedFrom())
            .filter(usedFrom -> wish.at().isBefore(usedFrom))
            .map(ProgrammeRejection.CorrectionIsNotUsedYet::new)),

    A_PURSE_STAYS_FOR_EVER(PursesStay::refusal);

    /**
     * What the policies judge.
     *
     * @param at when it would happen
     */
    record Wish(Programme programme, ProgrammeCommand command, ProgrammeTerms terms, Instant at) {

        Version version(int number) {
            return programme.version(number, terms).orElseThrow();
        }

        /** The one that the command is about; it was asked before whether it is there. */
        Correction correction() {
            return command instanceof OnCorrection on
                    ? programme.correction(on.correction()).orElseThrow()
                    : wrongQuestion();
        }

        /** Whether an instance may not know yet what happens at that moment. */
        boolean isTooSoon(Instant moment) {
            return moment.isBefore(at.plus(terms.leadTime()));
        }

        private Correction wrongQuestion() {
            throw new IllegalStateException(command + " (expected: a command about a correction)");
        }
    }

    private final Function<Wish, Optional<? extends ProgrammeRejection>> broken;

    ProgrammePolicies(Function<Wish, Optional<? extends ProgrammeRejection>> broken) {
        this.broken = broken;
    }

    static Optional<ProgrammeRejection> refusal(Wish wish) {
        return Stream.of(values())
                .map(policy -> policy.broken.apply(wish).<ProgrammeRejection>map(rejection -> rejection))
                .flatMap(Optional::stream)
                .findFirst();
    }

    static <C extends ProgrammeCommand> Optional<C> as(Wish wish, Class<C> type) {
        return Optional.of(wish.command()).filter(type::isInstance).map(type::cast);
    }

    private static Optional<String> created(ProgrammeCommand command) {
        return switch (command) {
            case CreateDraft c -> Optional.of(c.draft());
            case CopyVersion c -> Optional.of(c.draft());
            case OnDraft c -> Optional.empty();
            case WithdrawVersion c -> Optional.empty();
            case OnCorrection c -> Optional.empty();
        };
    }

    private static Optional<Integer> version(ProgrammeCommand command) {
        return switch (command) {
            case CopyVersion c -> Optional.of(c.version());
            case WithdrawVersion c -> Optional.of(c.version());
            case ProposeCorrection c -> Optional.of(c.version());
            case CreateDraft c -> Optional.empty();
            case OnDraft c -> Optional.empty();
            case OnCorrection c -> Optional.empty();
        };
    }
}
