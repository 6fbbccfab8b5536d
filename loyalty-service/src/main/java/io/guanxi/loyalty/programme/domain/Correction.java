package io.guanxi.loyalty.programme.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version was wrong, and this is what it should have been.
 *
 * @param wrong the version that was wrong
 * @param draft where the right rules come from
 * @param rehearsal the id of the rehearsal that shows the effect
 * @param proposedBy who proposed it, as tokens name them
 * @param decided absent while it waits
 * @param right the version that stands in the wrong one's place; absent unless it was approved
 * @param usedFrom from when on decisions are made by the right version; absent unless it was approved
 * @param outcome what the differences came to; absent until all are posted
 */
public record Correction(
        String id,
        int wrong,
        String draft,
        String title,
        String reason,
        String rehearsal,
        ProgrammeRules rules,
        String proposedBy,
        Instant proposedAt,
        @Nullable Decided decided,
        @Nullable Integer right,
        @Nullable Instant usedFrom,
        @Nullable Outcome outcome) {

    /** @param reason absent with an approval */
    public record Decided(String by, Instant at, @Nullable String reason) {}

    /**
     * @param accounts how many accounts got an entry
     * @param given points that were added to them in all
     * @param taken points that were taken from them in all
     */
    public record Outcome(Instant at, long accounts, long given, long taken) {}

    public enum Status {
        PROPOSED,
        REJECTED,
        APPROVED,
        FINISHED
    }

    public Status status() {
        if (decided == null) {
            return Status.PROPOSED;
        }
        if (right == null) {
            return Status.REJECTED;
        }
        return outcome == null ? Status.APPROVED : Status.FINISHED;
    }

    /** Counts what happened to it, 1 for the proposal. */
    public int revision() {
        return switch (status()) {
            case PROPOSED -> 1;
            case REJECTED, APPROVED -> 2;
            case FINISHED -> 3;
        };
    }

    static Correction of(ProgrammeEvent.CorrectionProposed event) {
        return new Correction(
                event.correction(),
                event.version(),
                event.draft(),
                event.title(),
                event.reason(),
                event.rehearsal(),
                event.rules(),
                event.by(),
                event.at(),
                null,
                null,
                null,
                null);
    }

    Correction rejected(ProgrammeEvent.CorrectionRejected event) {
        return with(new Decided(event.by(), event.at(), event.reason()), null, null, null);
    }

    Correction approved(ProgrammeEvent.CorrectionApproved event) {
        return with(new Decided(event.by(), event.at(), null), event.version(), event.usedFrom(), null);
    }

    Correction finished(ProgrammeEvent.CorrectionFinished event) {
        return with(decided, right, usedFrom, new Outcome(event.at(), event.accounts(), event.given(), event.taken()));
    }

    private Correction with(
            @Nullable Decided newDecided,
            @Nullable Integer newRight,
            @Nullable Instant newUsedFrom,
            @Nullable Outcome newOutcome) {
        return new Correction(
                id,
                wrong,
                draft,
                title,
                reason,
                rehearsal,
                rules,
                proposedBy,
                proposedAt,
                newDecided,
                newRight,
                newUsedFrom,
                newOutcome);
    }
}
