package io.guanxi.eventing.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How topics are taken in ({@code guanxi.intake}).
 *
 * @param largestBody the most that a record's body may have; larger ones are dead letters
 * @param parallelism how many customers are handled at once
 * @param batchBudget how long a batch may take before it is given back; must be well below the consumer's {@code
 *     max.poll.interval.ms}
 * @param firstRetry the pause before parked events are tried again for the first time; it doubles with each failure
 * @param longestRetry the longest such pause
 */
@ConfigurationProperties("guanxi.intake")
record IntakeSettings(
        @DefaultValue("256KB") DataSize largestBody,
        @DefaultValue("16") int parallelism,
        @DefaultValue("2m") Duration batchBudget,
        @DefaultValue("5s") Duration firstRetry,
        @DefaultValue("5m") Duration longestRetry) {

    IntakeSettings {
        require(
                largestBody.toBytes() > 0 && largestBody.toMegabytes() < 1024,
                "largest-body",
                largestBody,
                "more than 0");
        require(parallelism >= 1 && parallelism <= 1000, "parallelism", parallelism, "1 to 1000");
        require(batchBudget.isPositive(), "batch-budget", batchBudget, "more than zero");
        require(firstRetry.isPositive(), "first-retry", firstRetry, "more than zero");
        require(longestRetry.compareTo(firstRetry) >= 0, "longest-retry", longestRetry, "at least first-retry");
    }

    private static void require(boolean fits, String name, Object value, String expected) {
        if (!fits) {
            throw new IllegalArgumentException(
                    "guanxi.intake." + name + ": " + value + " (expected: " + expected + ")");
        }
    }
}
