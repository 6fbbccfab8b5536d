package io.guanxi.analytics.models.domain;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Maps that are stored: in the order of their names, so that the same is written the same. */
final class Named {

    private Named() {}

    static <V> Map<String, V> sorted(Map<String, V> values) {
        return Collections.unmodifiableMap(new TreeMap<>(values));
    }
}
