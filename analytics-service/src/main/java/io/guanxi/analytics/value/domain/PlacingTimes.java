package io.guanxi.analytics.value.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a customer's orders that count were placed, the present order included. Asked only when an extreme went away. */
public interface PlacingTimes {

    /** Null if no order counts. */
    @Nullable
    Instant first();

    /** Null if no order counts. */
    @Nullable
    Instant last();
}
