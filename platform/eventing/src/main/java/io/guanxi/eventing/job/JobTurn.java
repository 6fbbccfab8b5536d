package io.guanxi.eventing.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a step is done from.
 *
 * @param askedAt by the store's clock
 * @param progress what the last step left; null at the first one
 * @param term grows with each owner of the job, for fencing what a step writes elsewhere
 */
public record JobTurn<P, S>(
        String tenant,
        String id,
        String askedBy,
        Instant askedAt,
        P parameters,
        @Nullable S progress,
        long term) {}
