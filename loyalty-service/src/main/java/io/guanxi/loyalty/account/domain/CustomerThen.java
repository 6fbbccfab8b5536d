package io.guanxi.loyalty.account.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a customer was when an order was paid. An account does not keep this; its log does.
 *
 * @param tier absent if the account had none
 * @param grade absent if it was unknown
 * @param firstOrder whether no other order was paid by then and not cancelled
 */
public record CustomerThen(@Nullable String tier, @Nullable String grade, boolean firstOrder) {

    /** @param before the account as it was right before the payment of an order was noted */
    public static CustomerThen of(LoyaltyAccount before, OrderRef order) {
        TierStanding tier = before.tier();
        boolean others = before.orders().entrySet().stream()
                .anyMatch(other -> !other.getKey().equals(order.key())
                        && other.getValue().payment() != null
                        && !other.getValue().cancelled());
        return new CustomerThen(
                tier == null ? null : tier.tier(), before.profile().grade(), !others);
    }
}
