package io.guanxi.analytics.value.domain;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums for each currency in which something was sold. Currencies are never converted. */
public record SumsByCurrency(SortedMap<String, Sums> sums) {

    public static final SumsByCurrency NOTHING = new SumsByCurrency(Collections.emptySortedMap());

    public SumsByCurrency {
        sums = Collections.unmodifiableSortedMap(sums);
    }

    static SumsByCurrency of(String currency, Sums sums) {
        TreeMap<String, Sums> one = new TreeMap<>();
        one.put(currency, sums);
        return new SumsByCurrency(one);
    }

    public SumsByCurrency plus(SumsByCurrency other) {
        if (other.sums.isEmpty()) {
            return this;
        }
        if (sums.isEmpty()) {
            return other;
        }
        if (sums.size() == 1 && other.sums.size() == 1 && sums.firstKey().equals(other.sums.firstKey())) {
            // Nearly all customers know but one currency.
            Sums sum = sums.firstEntry().getValue().plus(other.sums.firstEntry().getValue());
            return sum.isZero() ? NOTHING : of(sums.firstKey(), sum);
        }
        TreeMap<String, Sums> all = new TreeMap<>(sums);
        other.sums.forEach((currency, added) -> {
            Sums sum = all.getOrDefault(currency, Sums.ZERO).plus(added);
            if (sum.isZero()) {
                all.remove(currency);
            } else {
                all.put(currency, sum);
            }
        });
        return new SumsByCurrency(all);
    }

    public SumsByCurrency minus(SumsByCurrency other) {
        if (other.sums.isEmpty()) {
            return this;
        }
        TreeMap<String, Sums> negated = new TreeMap<>();
        other.sums.forEach((currency, sum) -> negated.put(currency, sum.negated()));
        return plus(new SumsByCurrency(negated));
    }

    /** Zero where nothing was sold in that currency. */
    public BigDecimal net(String currency) {
        return sums.getOrDefault(currency, Sums.ZERO).net();
    }

    /** The currency of most orders, of equals the first by its code; empty if nothing was sold. */
    public Optional<String> mainCurrency() {
        return sums.entrySet().stream()
                .max(Comparator.<Map.Entry<String, Sums>>comparingLong(
                                entry -> entry.getValue().orders())
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }
}
