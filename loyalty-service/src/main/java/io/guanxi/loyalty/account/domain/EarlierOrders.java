package io.guanxi.loyalty.account.domain;

import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.PurseRules;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;

/**
 * What the orders that were paid before another one on its day and in its month give by now, returns and corrections counted
 * in. Of two that were paid at one moment, the one whose key comes first is the earlier.
 */
record EarlierOrders(long thisDay, long thisMonth) {

    private static final EarlierOrders NONE = new EarlierOrders(0, 0);

    static EarlierOrders of(LoyaltyAccount account, OrderFacts facts, ProgrammeRules rules, PurseRules purse) {
        if (!purse.caps().limitTime()) {
            return NONE;
        }
        LocalDate day = facts.paidAt().atZone(rules.zone()).toLocalDate();
        long thisDay = 0;
        long thisMonth = 0;
        for (Map.Entry<String, OrderStanding> other : account.orders().entrySet()) {
            OrderStanding.Payment payment = other.getValue().payment();
            if (payment == null || other.getValue().cancelled() || !isEarlier(payment, other.getKey(), facts)) {
                continue;
            }
            LocalDate paid = payment.paidAt().atZone(rules.zone()).toLocalDate();
            long net = other.getValue().netPoints(purse.code());
            thisDay += paid.equals(day) ? net : 0;
            thisMonth += YearMonth.from(paid).equals(YearMonth.from(day)) ? net : 0;
        }
        return new EarlierOrders(thisDay, thisMonth);
    }

    private static boolean isEarlier(OrderStanding.Payment other, String key, OrderFacts facts) {
        int order = other.paidAt().compareTo(facts.paidAt());
        return order < 0 || (order == 0 && key.compareTo(facts.order().key()) < 0);
    }
}
