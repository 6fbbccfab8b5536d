package io.guanxi.loyalty.programme.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version with its history.
 *
 * @param published the rules and the time in which they hold
 * @param by who published it; of a correction, who approved it; absent for the rules of the configuration
 * @param at when that was; absent for the rules of the configuration
 * @param draft the id of the draft it was; absent for the rules of the configuration
 * @param withdrawn absent if it was not
 */
public record Version(
        PublishedRules published,
        String title,
        @Nullable String by,
        @Nullable Instant at,
        @Nullable String draft,
        @Nullable Withdrawal withdrawn) {

    /** When, by whom and why it was taken back. */
    public record Withdrawal(Instant at, String by, String reason) {}

    public int number() {
        return published.version();
    }

    public boolean isWithdrawn() {
        return withdrawn != null;
    }

    /** Counts what happened to it, 1 for its publication. */
    public int revision() {
        return isWithdrawn() ? 2 : 1;
    }

    Version withdrawnBy(ProgrammeEvent.VersionWithdrawn event) {
        return new Version(published, title, by, at, draft, new Withdrawal(event.at(), event.by(), event.reason()));
    }
}
