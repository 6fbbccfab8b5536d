package io.guanxi.loyalty.programme.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Rules with the version and the time in which they hold.
 *
 * @param version counted from 1 for each tenant; every posting names it
 * @param from the first moment; what happened from then on is judged by these rules
 * @param until the first moment at which they no longer hold; absent if no end is known
 * @param publishedAt when they were published; before that nobody could know them
 * @param corrects the version whose error they correct, between {@code from} and {@code until}; absent if they correct none
 */
public record PublishedRules(
        int version,
        Instant from,
        @Nullable Instant until,
        Instant publishedAt,
        @Nullable Integer corrects,
        ProgrammeRules rules) {

    boolean holdAt(Instant happened) {
        return !happened.isBefore(from) && (until == null || happened.isBefore(until));
    }
}
