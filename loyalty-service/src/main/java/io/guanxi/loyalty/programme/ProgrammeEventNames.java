package io.guanxi.loyalty.programme;

import io.guanxi.eventlog.EventCatalogue;
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

/** The names under which a programme's events are stored for ever. */
public final class ProgrammeEventNames {

    private ProgrammeEventNames() {}

    public static EventCatalogue.Builder addTo(EventCatalogue.Builder catalogue) {
        return catalogue
                .event("loyalty.programme.draft-created", DraftCreated.class)
                .event("loyalty.programme.draft-edited", DraftEdited.class)
                .event("loyalty.programme.draft-discarded", DraftDiscarded.class)
                .event("loyalty.programme.starting-rules-kept", StartingRulesKept.class)
                .event("loyalty.programme.version-published", VersionPublished.class)
                .event("loyalty.programme.version-withdrawn", VersionWithdrawn.class)
                .event("loyalty.programme.correction-proposed", CorrectionProposed.class)
                .event("loyalty.programme.correction-rejected", CorrectionRejected.class)
                .event("loyalty.programme.correction-approved", CorrectionApproved.class)
                .event("loyalty.programme.correction-finished", CorrectionFinished.class);
    }
}
