package io.guanxi.analytics.basket.domain;

import io.guanxi.analytics.table.domain.Scatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was bought together, gathered order by order and partition by partition. An order must be given once.
 *
 * <p>Memory is bounded: beyond the limit half of the orders are left out, then half of the rest, always those whose hash
 * begins with ones. So what is kept depends on the orders and never on which came first.
 */
public final class Baskets {

    /** @param items numbers of different goods */
    @SuppressWarnings("ArrayRecordComponent") // Never compared or printed.
    private record Basket(long hash, int[] items) {}

    private final BasketParameters parameters;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private List<Basket> baskets = new ArrayList<>();
    private int halvings;
    private long leftOut;

    public Baskets(BasketParameters parameters) {
        this.parameters = parameters;
    }

    /** @param items any of them several times count once; an order without goods is passed over */
    public void add(String order, Collection<String> items) {
        Set<String> different = new TreeSet<>(items);
        if (different.size() > parameters.mostItemsInBasket()) {
            leftOut++;
        } else if (!different.isEmpty() && keeps(Scatter.of(order))) {
            keep(Scatter.of(order), different.stream().mapToInt(this::number).toArray());
        }
    }

    /** Takes in other orders, such as those of another partition. */
    public void addAll(Baskets other) {
        leftOut += other.leftOut;
        if (other.halvings > halvings) {
            halvings = other.halvings;
            leaveOut();
        }
        for (Basket basket : other.baskets) {
            if (keeps(basket.hash())) {
                int[] items = new int[basket.items().length];
                for (int at = 0; at < items.length; at++) {
                    items[at] = number(other.names.get(basket.items()[at]));
                }
                keep(basket.hash(), items);
            }
        }
    }

    private void keep(long hash, int[] items) {
        baskets.add(new Basket(hash, items));
        while (baskets.size() > parameters.mostBaskets() && halvings < Long.SIZE - 1) {
            halvings++;
            leaveOut();
        }
    }

    private boolean keeps(long hash) {
        return halvings == 0 || hash >>> (Long.SIZE - halvings) == 0;
    }

    private void leaveOut() {
        List<Basket> kept = new ArrayList<>(baskets.size() / 2);
        baskets.stream().filter(basket -> keeps(basket.hash())).forEach(kept::add);
        baskets = kept;
    }

    private int number(String item) {
        return numbers.computeIfAbsent(item, added -> {
            names.add(added);
            return names.size() - 1;
        });
    }

    /** How many are kept. */
    public int size() {
        return baskets.size();
    }

    /** The share of all orders that are kept: 1, or a half, a quarter and so on. */
    double share() {
        return Math.scalb(1.0, -halvings);
    }

    /** Orders with too many different goods. */
    long leftOut() {
        return leftOut;
    }

    BasketParameters parameters() {
        return parameters;
    }

    String name(int item) {
        return names.get(item);
    }

    int items() {
        return names.size();
    }

    Iterable<int[]> each() {
        return () -> baskets.stream().map(Basket::items).iterator();
    }
}
