package io.guanxi.benchmarks.log;

import java.time.Duration;
import java.time.Instant;

/**
 * When the events of a log were recorded: long ago, evenly apart. Some engines carry every event of the last second in their
 * tokens and queries, so how far apart events are decides how they read.
 */
record LogClock(Duration apart) {

    private static final Instant FIRST = Instant.parse("2020-03-01T00:00:00Z");

    Instant at(long position) {
        return FIRST.plus(apart.multipliedBy(position));
    }
}
