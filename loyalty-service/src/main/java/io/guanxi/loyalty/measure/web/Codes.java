package io.guanxi.loyalty.measure.web;

import java.util.Locale;

/** How a value of an enumeration is named in JSON. */
final class Codes {

    private Codes() {}

    /** Lower case with hyphens, such as {@code too-early}. */
    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
