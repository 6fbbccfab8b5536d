package io.guanxi.loyalty.programme.domain;

import io.guanxi.loyalty.programme.domain.ProgrammeCommand.ApproveCorrection;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.OnCorrection;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.OnDraft;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.ProposeCorrection;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.PublishDraft;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Accounts hold points in purses, so a purse that was there once is there in every version that begins later, and the main
 * purse is always the same.
 */
final class PursesStay {

    private static final Comparator<PublishedRules> IN_THEIR_ORDER =
            Comparator.comparing(PublishedRules::from).thenComparing(PublishedRules::version);

    private PursesStay() {}

    static Optional<ProgrammeRejection> refusal(ProgrammePolicies.Wish wish) {
        return candidate(wish)
                .flatMap(more -> firstLoss(wish.programme().book(wish.terms()).with(more)));
    }

    private static Optional<PublishedRules> candidate(ProgrammePolicies.Wish wish) {
        return switch (wish.command()) {
            case PublishDraft c -> {
                Instant from = c.from() == null ? wish.at().plus(wish.terms().leadTime()) : c.from();
                ProgrammeRules rules =
                        wish.programme().draft(c.draft()).orElseThrow().rules();
                yield Optional.of(version(wish, from, rules));
            }
            case ProposeCorrection c ->
                Optional.of(version(
                        wish,
                        wish.version(c.version()).published().from(),
                        wish.programme().draft(c.draft()).orElseThrow().rules()));
            case ApproveCorrection c ->
                wish.programme()
                        .correction(c.correction())
                        .map(correction -> version(
                                wish,
                                wish.version(correction.wrong()).published().from(),
                                correction.rules()));
            case OnDraft c -> Optional.empty();
            case OnCorrection c -> Optional.empty();
            case ProgrammeCommand.CreateDraft c -> Optional.empty();
            case ProgrammeCommand.CopyVersion c -> Optional.empty();
            case ProgrammeCommand.WithdrawVersion c -> Optional.empty();
        };
    }

    private static PublishedRules version(ProgrammePolicies.Wish wish, Instant from, ProgrammeRules rules) {
        return new PublishedRules(wish.programme().nextVersion(wish.terms()), from, null, wish.at(), null, rules);
    }

    private static Optional<ProgrammeRejection> firstLoss(RuleBook book) {
        List<PublishedRules> ordered =
                book.versions().stream().sorted(IN_THEIR_ORDER).toList();
        for (int i = 1; i < ordered.size(); i++) {
            PublishedRules before = ordered.get(i - 1);
            PublishedRules next = ordered.get(i);
            List<String> purses = next.rules().purseCodes();
            Optional<String> lost = before.rules().purseCodes().stream()
                    .filter(purse -> !purses.contains(purse))
                    .findFirst();
            if (lost.isPresent()) {
                return Optional.of(new ProgrammeRejection.PurseIsDropped(lost.get(), before.version(), next.version()));
            }
            String main = before.rules().mainPurse().code();
            if (!purses.getFirst().equals(main)) {
                return Optional.of(new ProgrammeRejection.MainPurseChanges(main, next.version()));
            }
        }
        return Optional.empty();
    }
}
