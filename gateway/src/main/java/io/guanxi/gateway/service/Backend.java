package io.guanxi.gateway.service;

import java.util.Locale;

/** A service behind the gateway. */
public enum Backend {
    CUSTOMER,
    LOYALTY,
    TICKET,
    ANALYTICS;

    /** The name in configuration, paths and metrics, such as {@code loyalty}. */
    public String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
