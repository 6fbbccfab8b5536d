package io.guanxi.loyalty.programme.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants of a tenant's programme. Time and ids come in with it; a command whose {@code id} was done before has
 * no further effect.
 */
public sealed interface ProgrammeCommand {

    /** Names this wish; the same wish sent twice has the same id. */
    String id();

    /** When it was made. */
    Instant at();

    /** Who wants it, as tokens name them. */
    String by();

    /** @param draft its id */
    record CreateDraft(String id, Instant at, String by, String draft, String title, ProgrammeRules rules)
            implements ProgrammeCommand {}

    /** Begins a draft with the rules of a version. */
    record CopyVersion(String id, Instant at, String by, String draft, String title, int version)
            implements ProgrammeCommand {}

    /** Is about a draft that is there. */
    sealed interface OnDraft extends ProgrammeCommand {
        String draft();
    }

    record EditDraft(String id, Instant at, String by, String draft, String title, ProgrammeRules rules)
            implements OnDraft {}

    record DiscardDraft(String id, Instant at, String by, String draft) implements OnDraft {}

    /** @param from the first moment; absent is as soon as every instance can know it */
    record PublishDraft(
            String id,
            Instant at,
            String by,
            String draft,
            @Nullable Instant from) implements OnDraft {}

    /**
     * Says that a version was wrong, and what it should have been.
     *
     * @param correction the id of the proposal
     * @param draft the right rules
     * @param version the wrong ones
     * @param rehearsal the id of the rehearsal that shows the effect
     */
    record ProposeCorrection(
            String id,
            Instant at,
            String by,
            String correction,
            String draft,
            int version,
            String reason,
            String rehearsal)
            implements OnDraft {}

    /** Takes back a version that has not begun. */
    record WithdrawVersion(String id, Instant at, String by, int version, String reason) implements ProgrammeCommand {}

    /** Is about a correction that was proposed. */
    sealed interface OnCorrection extends ProgrammeCommand {
        String correction();
    }

    record ApproveCorrection(String id, Instant at, String by, String correction) implements OnCorrection {}

    record RejectCorrection(String id, Instant at, String by, String correction, String reason)
            implements OnCorrection {}

    /**
     * Says that all differences of an approved correction are posted.
     *
     * @param accounts how many accounts got an entry
     * @param given points that were added to them in all
     * @param taken points that were taken from them in all
     */
    record FinishCorrection(String id, Instant at, String by, String correction, long accounts, long given, long taken)
            implements OnCorrection {

        public FinishCorrection {
            Checks checks = new Checks();
            checks.within("/accounts", accounts, 0, Long.MAX_VALUE);
            checks.within("/given", given, 0, Long.MAX_VALUE);
            checks.within("/taken", taken, 0, Long.MAX_VALUE);
            checks.refuse();
        }
    }
}
