package io.guanxi.loyalty.programme.domain;

import org.jspecify.annotations.Nullable;

/** The most points that an order, and all orders of a day or a calendar month, can earn; absent is without limit. */
public record EarningCaps(
        @Nullable Long perOrder,
        @Nullable Long perDay,
        @Nullable Long perMonth) {

    public EarningCaps {
        Checks checks = new Checks();
        checks.withinIfThere("/perOrder", perOrder, 1, Checks.MOST_POINTS);
        checks.withinIfThere("/perDay", perDay, perOrder == null ? 1 : perOrder, Checks.MOST_POINTS);
        long beforeMonth = perDay != null ? perDay : perOrder != null ? perOrder : 1;
        checks.withinIfThere("/perMonth", perMonth, beforeMonth, Checks.MOST_POINTS);
        checks.refuse();
    }

    public static final EarningCaps NONE = new EarningCaps(null, null, null);

    /** Whether more than one order counts. */
    public boolean limitTime() {
        return perDay != null || perMonth != null;
    }
}
