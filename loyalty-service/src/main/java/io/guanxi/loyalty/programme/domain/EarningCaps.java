package io.guanxi.loyalty.programme.domain;

import org.jspecify.annotations.Nullable;

/** The most points that an order, and all orders of a day or a calendar month, can earn; absent is without limit. */
public record EarningCaps(
        @Nullable Long perOrder,
        @Nullable Long perDay,
        @Nullable Long perMonth) {

    public static final EarningCaps NONE = new EarningCaps(null, null, null);
}
