package io.guanxi.loyalty.programme.domain;

import io.guanxi.kernel.Decision;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.ApproveCorrection;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.CopyVersion;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.CreateDraft;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.DiscardDraft;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.EditDraft;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.FinishCorrection;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.ProposeCorrection;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.PublishDraft;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.RejectCorrection;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.WithdrawVersion;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.CorrectionApproved;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.CorrectionFinished;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.CorrectionProposed;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.CorrectionRejected;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.DraftCreated;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.DraftDiscarded;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.DraftEdited;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.StartingRulesKept;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.VersionPublished;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.VersionWithdrawn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides what becomes of a programme. */
public final class ProgrammeDecider {

    private ProgrammeDecider() {}

    /** @param terms what holds for all tenants */
    public static Decision<ProgrammeEvent, ProgrammeRejection> decide(
            Programme programme, ProgrammeCommand command, ProgrammeTerms terms) {
        if (programme.hasDone(command.id())) {
            return Decision.nothing();
        }
        Instant at = programme.timeOf(command.at());
        Optional<ProgrammeRejection> refusal =
                ProgrammePolicies.refusal(new ProgrammePolicies.Wish(programme, command, terms, at));
        return refusal.isPresent()
                ? Decision.refuse(refusal.get())
                : Decision.accept(effects(programme, command, terms, at));
    }

    private static List<ProgrammeEvent> effects(
            Programme programme, ProgrammeCommand command, ProgrammeTerms terms, Instant at) {
        return switch (command) {
            case CreateDraft c -> List.of(new DraftCreated(c.id(), at, c.by(), c.draft(), c.title(), null, c.rules()));
            case CopyVersion c -> List.of(copied(programme, c, terms, at));
            case EditDraft c -> edited(draft(programme, c), c, at);
            case DiscardDraft c -> List.of(new DraftDiscarded(c.id(), at, c.by(), c.draft()));
            case PublishDraft c -> published(programme, c, terms, at);
            case WithdrawVersion c -> List.of(new VersionWithdrawn(c.id(), at, c.by(), c.version(), c.reason()));
            case ProposeCorrection c -> List.of(proposed(draft(programme, c), c, at));
            case RejectCorrection c -> List.of(new CorrectionRejected(c.id(), at, c.by(), c.correction(), c.reason()));
            case ApproveCorrection c -> approved(programme, c, terms, at);
            case FinishCorrection c ->
                List.of(new CorrectionFinished(c.id(), at, c.by(), c.correction(), c.accounts(), c.given(), c.taken()));
        };
    }

    private static ProgrammeEvent copied(Programme programme, CopyVersion copy, ProgrammeTerms terms, Instant at) {
        ProgrammeRules rules = programme
                .version(copy.version(), terms)
                .orElseThrow()
                .published()
                .rules();
        return new DraftCreated(copy.id(), at, copy.by(), copy.draft(), copy.title(), copy.version(), rules);
    }

    private static List<ProgrammeEvent> edited(Draft draft, EditDraft edit, Instant at) {
        boolean asItIs = edit.title().equals(draft.title()) && edit.rules().equals(draft.rules());
        return asItIs
                ? List.of()
                : List.of(new DraftEdited(
                        edit.id(), at, edit.by(), draft.id(), draft.revision() + 1, edit.title(), edit.rules()));
    }

    private static List<ProgrammeEvent> published(
            Programme programme, PublishDraft publish, ProgrammeTerms terms, Instant at) {
        Draft draft = draft(programme, publish);
        return afterItsStart(
                programme,
                terms,
                at,
                new VersionPublished(
                        publish.id(),
                        at,
                        publish.by(),
                        draft.id(),
                        programme.nextVersion(terms),
                        draft.title(),
                        publish.from() == null ? at.plus(terms.leadTime()) : publish.from(),
                        draft.rules()));
    }

    private static ProgrammeEvent proposed(Draft draft, ProposeCorrection propose, Instant at) {
        return new CorrectionProposed(
                propose.id(),
                at,
                propose.by(),
                propose.correction(),
                draft.id(),
                propose.version(),
                draft.title(),
                propose.reason(),
                propose.rehearsal(),
                draft.rules());
    }

    private static List<ProgrammeEvent> approved(
            Programme programme, ApproveCorrection approve, ProgrammeTerms terms, Instant at) {
        return afterItsStart(
                programme,
                terms,
                at,
                new CorrectionApproved(
                        approve.id(),
                        at,
                        approve.by(),
                        approve.correction(),
                        programme.nextVersion(terms),
                        at.plus(terms.leadTime())));
    }

    private static List<ProgrammeEvent> afterItsStart(
            Programme programme, ProgrammeTerms terms, Instant at, ProgrammeEvent version) {
        List<ProgrammeEvent> events = new ArrayList<>();
        if (!programme.hasKeptItsStart()) {
            PublishedRules configured = terms.configured();
            events.add(new StartingRulesKept(at, configured.version(), configured.rules()));
        }
        events.add(version);
        return events;
    }

    private static Draft draft(Programme programme, ProgrammeCommand.OnDraft command) {
        return programme.draft(command.draft()).orElseThrow();
    }
}
