package io.guanxi.analytics.lifetime.domain;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What all models require of their parameters and questions. */
final class Checks {

    private Checks() {}

    static void positive(double... parameters) {
        for (double parameter : parameters) {
            if (!(parameter > 0) || parameter == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException(
                        "a parameter is %s, expected a finite number above 0".formatted(parameter));
            }
        }
    }

    static void times(int x, double tx, double age) {
        boolean possible = x == 0 ? tx == 0 : x > 0 && tx >= 0;
        if (!possible || !(age >= tx) || age == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "%d repeat purchases until week %s of %s are impossible".formatted(x, tx, age));
        }
    }

    static void horizon(double weeks) {
        if (!(weeks >= 0) || weeks == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("%s weeks to come, expected a finite number from 0".formatted(weeks));
        }
    }

    static SortedMap<String, Double> named(OrderFamily family, double... values) {
        return named(family.parameters(), values);
    }

    static SortedMap<String, Double> named(List<String> letters, double... values) {
        TreeMap<String, Double> named = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            named.put(letters.get(i), values[i]);
        }
        return Collections.unmodifiableSortedMap(named);
    }
}
