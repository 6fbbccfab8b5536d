package io.guanxi.loyalty.account.messaging;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of a shop's order event.
 *
 * @param goods the goods that came back, in the event that says so
 */
record OrderEvent(
        String orderId,
        String shop,
        Buyer buyer,
        @Nullable String channel,
        String currency,
        List<Line> lines,
        Totals totals,
        @Nullable Delivery delivery,
        @JsonProperty("return") @Nullable Return goods) {

    /**
     * @param referredBy what the shop calls the customer who recommended it
     * @param occasions in which the order falls, such as {@code birthday}
     */
    record Buyer(String externalId, @Nullable String referredBy, Set<String> occasions) {

        Buyer {
            occasions = Set.copyOf(Objects.requireNonNullElse(occasions, Set.of()));
        }
    }

    record Line(@Nullable String category, @Nullable String brand, BigDecimal amount) {}

    /** @param grand what the customer pays for the whole order, shipping and tax included */
    record Totals(BigDecimal grand) {}

    record Delivery(@Nullable String addressDigest) {}

    record Return(String returnId, BigDecimal refund) {}
}
