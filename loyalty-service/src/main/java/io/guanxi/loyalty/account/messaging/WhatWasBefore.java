package io.guanxi.loyalty.account.messaging;

import io.guanxi.loyalty.account.domain.CheckoutEntry.PointsSpent;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.OrderRef;
import io.guanxi.loyalty.account.domain.OrderStanding.Earned;
import io.guanxi.loyalty.account.domain.Voucher;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an event presupposes and does not repeat. It is looked up in the log, which never changes, so the same event is
 * translated alike for ever; only for the few events that need it.
 */
final class WhatWasBefore {

    private final Supplier<List<LoyaltyEvent>> log;

    /** @param log the account's events up to and with the one that is translated */
    WhatWasBefore(Supplier<List<LoyaltyEvent>> log) {
        this.log = log;
    }

    long debt(String purse) {
        return account().purse(purse).debt();
    }

    Voucher voucher(String voucherId) {
        return Objects.requireNonNull(account().vouchers().get(voucherId), "no voucher " + voucherId);
    }

    /** The entry that earned an order's points; null if it had earned none. */
    @Nullable
    String earnedBy(OrderRef order, String purse) {
        Earned earned = account().order(order).earned().get(purse);
        return earned == null ? null : earned.entryId();
    }

    /** The entry that spent what was held. */
    PointsSpent spentBy(String holdId) {
        return log.get().stream()
                .filter(PointsSpent.class::isInstance)
                .map(PointsSpent.class::cast)
                .filter(spent -> spent.holdId().equals(holdId))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing was spent of hold " + holdId));
    }

    private LoyaltyAccount account() {
        LoyaltyAccount account = LoyaltyAccount.unopened();
        for (LoyaltyEvent event : log.get()) {
            account = LoyaltyAccount.evolve(account, event);
        }
        return account;
    }
}
