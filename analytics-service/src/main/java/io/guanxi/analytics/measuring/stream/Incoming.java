package io.guanxi.analytics.measuring.stream;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.kernel.Origin;
import java.time.Instant;

/** An event that changes what is known of a customer. */
sealed interface Incoming permits IncomingOrder, IncomingNews {

    CustomerKey customer();

    Instant happened();

    /** Of what follows from it. */
    Origin origin();
}
