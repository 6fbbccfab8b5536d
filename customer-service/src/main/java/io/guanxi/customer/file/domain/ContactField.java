package io.guanxi.customer.file.domain;

import java.util.Locale;

/** One part of a customer's contact data. The constants' names are written into events. */
public enum ContactField {
    NAME,
    EMAIL,
    PHONE,
    LANGUAGE;

    /** The name for callers and other services, such as {@code email}. */
    public String publicName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
