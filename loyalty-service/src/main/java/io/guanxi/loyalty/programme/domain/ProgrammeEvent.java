package io.guanxi.loyalty.programme.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What has happened to a tenant's programme. Its times never run backwards. */
public sealed interface ProgrammeEvent {

    /** When it happened. */
    Instant at();

    /** The id of the command that made it happen; absent if it goes along with another event. */
    default @Nullable String command() {
        return null;
    }

    /**
     * @param by who began it, as tokens name them
     * @param basedOn the version whose rules it began with; absent if it was written from scratch
     */
    record DraftCreated(
            String command,
            Instant at,
            String by,
            String draft,
            String title,
            @Nullable Integer basedOn,
            ProgrammeRules rules)
            implements ProgrammeEvent {}

    /** @param revision counts what was made of the draft, 1 for its creation */
    record DraftEdited(
            String command, Instant at, String by, String draft, int revision, String title, ProgrammeRules rules)
            implements ProgrammeEvent {}

    record DraftDiscarded(String command, Instant at, String by, String draft) implements ProgrammeEvent {}

    /**
     * The rules of the configuration are written down with the first version that follows them, so that no later change of
     * the configuration changes what was.
     */
    record StartingRulesKept(Instant at, int version, ProgrammeRules rules) implements ProgrammeEvent {}

    /**
     * A draft becomes a version.
     *
     * @param from its first moment
     */
    record VersionPublished(
            String command,
            Instant at,
            String by,
            String draft,
            int version,
            String title,
            Instant from,
            ProgrammeRules rules)
            implements ProgrammeEvent {}

    /** A version will never begin. */
    record VersionWithdrawn(String command, Instant at, String by, int version, String reason)
            implements ProgrammeEvent {}

    /**
     * @param draft where the right rules come from; it is not edited while the proposal is open
     * @param version the wrong one
     * @param rehearsal the id of the rehearsal that shows the effect
     * @param rules the right ones
     */
    record CorrectionProposed(
            String command,
            Instant at,
            String by,
            String correction,
            String draft,
            int version,
            String title,
            String reason,
            String rehearsal,
            ProgrammeRules rules)
            implements ProgrammeEvent {}

    record CorrectionRejected(String command, Instant at, String by, String correction, String reason)
            implements ProgrammeEvent {}

    /**
     * The right rules become a version that stands in the place of the wrong one.
     *
     * @param version the number of the right one
     * @param usedFrom from when on decisions are made by it
     */
    record CorrectionApproved(String command, Instant at, String by, String correction, int version, Instant usedFrom)
            implements ProgrammeEvent {}

    /** All differences are posted. */
    record CorrectionFinished(
            String command, Instant at, String by, String correction, long accounts, long given, long taken)
            implements ProgrammeEvent {}
}
