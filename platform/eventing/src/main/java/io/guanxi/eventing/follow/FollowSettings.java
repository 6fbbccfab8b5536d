package io.guanxi.eventing.follow;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How followers of the log work ({@code guanxi.follow}).
 *
 * @param batchSize the most events in one go, 1 to 10,000
 * @param poll how long to wait for events before looking whether something else is to be done
 * @param gather how long to let events gather after some were handled, so that a busy log is read in few large bites; the
 *     first event after a silence is handled at once. 0 reads as fast as it goes; at most poll
 * @param claimTimeout how long an owner must be silent before another instance takes over
 * @param firstRetry the pause after a first failure; it doubles with each further one
 * @param longestRetry the longest pause
 */
@ConfigurationProperties("guanxi.follow")
public record FollowSettings(
        @DefaultValue("500") int batchSize,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("25ms") Duration gather,
        @DefaultValue("10s") Duration claimTimeout,
        @DefaultValue("200ms") Duration firstRetry,
        @DefaultValue("30s") Duration longestRetry) {

    public FollowSettings {
        if (batchSize < 1 || batchSize > 10_000) {
            throw new IllegalArgumentException("guanxi.follow.batch-size: " + batchSize + " (expected: 1 to 10000)");
        }
        requirePositive("poll", poll);
        if (gather.isNegative() || gather.compareTo(poll) > 0) {
            throw new IllegalArgumentException(
                    "guanxi.follow.gather: " + gather + " (expected: 0 to poll, " + poll + ")");
        }
        requirePositive("claim-timeout", claimTimeout);
        requirePositive("first-retry", firstRetry);
        requirePositive("longest-retry", longestRetry);
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("guanxi.follow." + name + ": " + value + " (expected: more than zero)");
        }
    }

    Duration backoff(int failures) {
        Duration wait = firstRetry.multipliedBy(1L << Math.min(20, Math.max(0, failures - 1)));
        return wait.compareTo(longestRetry) < 0 ? wait : longestRetry;
    }
}
