package io.guanxi.loyalty.programme.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Rules that somebody works on.
 *
 * @param revision counts what was made of it, 1 for its creation
 * @param basedOn the version whose rules it began with; absent if it was written from scratch
 * @param by who made this revision, as tokens name them
 * @param at when this revision was made
 * @param proposedIn the correction that waits for a decision about these rules; absent if none does
 */
public record Draft(
        String id,
        int revision,
        String title,
        @Nullable Integer basedOn,
        ProgrammeRules rules,
        String by,
        Instant at,
        @Nullable String proposedIn) {

    Draft edited(ProgrammeEvent.DraftEdited event) {
        return new Draft(id, event.revision(), event.title(), basedOn, event.rules(), event.by(), event.at(), null);
    }

    Draft proposedIn(@Nullable String correction) {
        return new Draft(id, revision, title, basedOn, rules, by, at, correction);
    }
}
