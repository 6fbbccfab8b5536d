package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.value.domain.Boundaries;
import java.time.Instant;

/**
 * Is told what came of measuring a tenant's population, again and again until these boundaries are in force. Must return at
 * once.
 */
@FunctionalInterface
public interface BoundariesDesk {

    /** @param upTo the latest event of the tenant that was measured */
    void propose(String tenant, Boundaries measured, Instant upTo);
}
