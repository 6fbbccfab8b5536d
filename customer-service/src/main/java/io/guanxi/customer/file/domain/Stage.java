package io.guanxi.customer.file.domain;

import java.util.Locale;

/** Where a customer is in the life cycle. The constants' names are written into events. */
public enum Stage {
    /** 潜在: known, and without an order that stands. */
    POTENTIAL,
    /** 现实: one order. */
    ACTIVE,
    /** 老: ordered again. */
    RETURNING,
    /** 休眠: no order for a while. */
    DORMANT,
    /** 流失: no order for so long that they must be won back. */
    LOST,
    /** 挽回: ordered once after being lost. */
    WON_BACK;

    /** The name for callers and other services, such as {@code won-back}. */
    public String publicName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
