package io.guanxi.analytics.models.command;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Knows the day of each tenant's latest event, from which on a new version is used. */
@FunctionalInterface
public interface LatestDays {

    /**
     * Null if nothing was measured yet.
     *
     * @throws RuntimeException while that cannot be told
     */
    @Nullable
    LocalDate of(String tenant);
}
