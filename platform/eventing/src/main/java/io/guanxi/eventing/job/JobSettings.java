package io.guanxi.eventing.job;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How jobs are run ({@code guanxi.job}).
 *
 * @param parallel how many jobs an instance is at, 1 to 64
 * @param poll how long a job that another instance was asked for may go unnoticed
 * @param claimTimeout how long an owner must be silent before another instance takes over; it shows that it is alive four
 *     times as often, also during a long step
 * @param firstRetry the pause after a first failure; it doubles with each further one
 * @param longestRetry the longest pause
 * @param mostFaults a job fails when a step of it has failed so often in a row by no fault of a machine, or has taken its
 *     instance down with it, 1 to 1,000
 * @param keep how long a job is kept after its end
 */
@ConfigurationProperties("guanxi.job")
public record JobSettings(
        @DefaultValue("2") int parallel,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("10s") Duration claimTimeout,
        @DefaultValue("1s") Duration firstRetry,
        @DefaultValue("1m") Duration longestRetry,
        @DefaultValue("10") int mostFaults,
        @DefaultValue("30d") Duration keep) {

    public JobSettings {
        requireBetween("parallel", parallel, 64);
        requireBetween("most-faults", mostFaults, 1000);
        requirePositive("poll", poll);
        requirePositive("claim-timeout", claimTimeout);
        requirePositive("first-retry", firstRetry);
        requirePositive("longest-retry", longestRetry);
        requirePositive("keep", keep);
    }

    private static void requireBetween(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException("guanxi.job." + name + ": " + value + " (expected: 1 to " + most + ")");
        }
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("guanxi.job." + name + ": " + value + " (expected: more than zero)");
        }
    }

    Duration pauseAfter(int failures) {
        if (failures == 0) {
            return Duration.ZERO;
        }
        Duration pause = firstRetry.multipliedBy(1L << Math.min(20, failures - 1));
        return pause.compareTo(longestRetry) < 0 ? pause : longestRetry;
    }
}
