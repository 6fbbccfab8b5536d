package io.guanxi.loyalty.programme.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Rules with the version and the time in which they hold.
 *
 * @param version counted from 1 for each tenant; every posting names it
 * @param from the first moment; what happened from then on is judged by these rules
 * @param until the first moment at which they no longer hold; absent if they hold until another version begins
 * @param publishedAt from when on they are used; before that nobody could know them
 * @param corrects the version in whose place they stand, whenever that one would hold; absent if they correct none
 */
public record PublishedRules(
        int version,
        Instant from,
        @Nullable Instant until,
        Instant publishedAt,
        @Nullable Integer corrects,
        ProgrammeRules rules) {

    public PublishedRules {
        Checks checks = new Checks();
        checks.within("/version", version, 1, Integer.MAX_VALUE);
        checks.that(until == null || until.isAfter(from), "/until", until, "later than /from, " + from);
        checks.that(
                corrects == null || corrects >= 1 && corrects < version,
                "/corrects",
                corrects,
                "a version before " + version);
        checks.refuse();
    }

    boolean holdAt(Instant happened) {
        return !happened.isBefore(from) && (until == null || happened.isBefore(until));
    }

    boolean knownAt(Instant moment) {
        return !publishedAt.isAfter(moment);
    }

    PublishedRules endingAt(@Nullable Instant end) {
        return new PublishedRules(version, from, end, publishedAt, corrects, rules);
    }

    PublishedRules beginningAt(Instant begin) {
        return new PublishedRules(version, begin, until, publishedAt, corrects, rules);
    }
}
