package io.guanxi.analytics.value.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A customer as the streams fold it, with maps for stores. */
final class FoldedCustomer {

    private final Map<String, OrderFacts> orders = new HashMap<>();
    private final TreeMap<Instant, Integer> placed = new TreeMap<>();
    private CustomerFacts facts = CustomerFacts.NOTHING;
    private int seeks;

    void fold(String order, OrderNews news) {
        OrderFacts known = orders.get(order);
        OrderFacts now = OrderFacts.after(known, news);
        orders.put(order, now);
        OrderShare before = known == null ? OrderShare.NONE : known.share();
        OrderShare after = now.share();
        if (!Objects.equals(before.orderedAt(), after.orderedAt())) {
            count(before.orderedAt(), -1);
            count(after.orderedAt(), 1);
        }
        facts = facts.replacing(before, after, times(), news.happened());
    }

    private void count(Instant at, int more) {
        if (at != null) {
            placed.merge(at, more, (a, b) -> a + b == 0 ? null : a + b);
        }
    }

    private PlacingTimes times() {
        return new PlacingTimes() {
            @Override
            public Instant first() {
                seeks++;
                return placed.isEmpty() ? null : placed.firstKey();
            }

            @Override
            public Instant last() {
                seeks++;
                return placed.isEmpty() ? null : placed.lastKey();
            }
        };
    }

    CustomerFacts facts() {
        return facts;
    }

    Collection<OrderFacts> orders() {
        return orders.values();
    }

    /** How often an extreme was looked for. */
    int seeks() {
        return seeks;
    }
}
