package io.guanxi.loyalty.programme.domain;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Copies that never change and are always in the same order, so that equal rules are stored in equal bytes. */
final class Sorted {

    private Sorted() {}

    static Set<String> copyOf(Set<String> words) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(words));
    }

    static <V> Map<String, V> copyOf(Map<String, V> entries) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }
}
