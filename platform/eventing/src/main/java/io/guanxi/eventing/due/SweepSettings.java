package io.guanxi.eventing.due;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service looks for what is due. Part of the service's own settings.
 *
 * @param interval the pause between two looks, more than zero
 * @param batch how many things are looked up at a time, 1 to 10,000
 * @param lanes how many are checked at once, 1 to 64; those that wait together share a write
 */
public record SweepSettings(
        @DefaultValue("1s") Duration interval,
        @DefaultValue("500") int batch,
        @DefaultValue("4") int lanes) {

    private static final int LARGEST_BATCH = 10_000;
    private static final int MOST_LANES = 64;

    public SweepSettings {
        if (!interval.isPositive()) {
            throw new IllegalArgumentException("sweep.interval: " + interval + " (expected: more than zero)");
        }
        if (batch < 1 || batch > LARGEST_BATCH) {
            throw new IllegalArgumentException("sweep.batch: " + batch + " (expected: 1 to " + LARGEST_BATCH + ")");
        }
        if (lanes < 1 || lanes > MOST_LANES) {
            throw new IllegalArgumentException("sweep.lanes: " + lanes + " (expected: 1 to " + MOST_LANES + ")");
        }
    }
}
