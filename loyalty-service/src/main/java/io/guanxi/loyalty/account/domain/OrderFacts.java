package io.guanxi.loyalty.account.domain;

import io.guanxi.kernel.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that any rule may want to know of a paid order. It is recorded whole, so that other rules can be tried on it later.
 *
 * @param paid what was paid for the whole order
 * @param paidAt decides which rules hold, and the day that caps and tiers count it on
 * @param goods what the lines cost, by category and brand
 * @param channel in the shop's words; absent if unknown
 * @param occasions such as {@code birthday}, as the shop says
 * @param referredBy the account that recommended it, as {@code tenant/customerId}; absent if none did
 * @param addressDigest equal for equal delivery addresses; absent if the shop does not say
 */
public record OrderFacts(
        OrderRef order,
        Money paid,
        Instant paidAt,
        List<Goods> goods,
        @Nullable String channel,
        Set<String> occasions,
        @Nullable String referredBy,
        @Nullable String addressDigest) {

    public OrderFacts {
        goods = List.copyOf(goods);
        occasions = Set.copyOf(occasions);
        if (paid.isNegative()) {
            throw new IllegalArgumentException("paid: " + paid + " (expected: zero or more)");
        }
    }

    /** Nothing but the payment is known of an order. */
    public static OrderFacts of(OrderRef order, Money paid, Instant paidAt) {
        return new OrderFacts(order, paid, paidAt, List.of(), null, Set.of(), null, null);
    }

    /** The lines of one category and brand together. */
    public record Goods(@Nullable String category, @Nullable String brand, BigDecimal amount) {}
}
