package io.guanxi.customer.file.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What this service reads of an order event; all six kinds have these fields. */
record OrderNews(
        String orderId, String shop, Buyer buyer, @Nullable Instant placedAt) {

    record Buyer(String externalId) {}
}
