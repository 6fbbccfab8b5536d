package io.guanxi.loyalty.account.messaging;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of a shop's order event.
 *
 * @param goods the goods that came back, in the event that says so
 */
record OrderEvent(
        String orderId,
        String shop,
        String currency,
        Totals totals,
        @JsonProperty("return") @Nullable Return goods) {

    /** @param grand what the customer pays for the whole order, shipping and tax included */
    record Totals(BigDecimal grand) {}

    record Return(String returnId, BigDecimal refund) {}
}
