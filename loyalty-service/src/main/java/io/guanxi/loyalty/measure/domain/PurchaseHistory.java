package io.guanxi.loyalty.measure.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A customer's latest orders, at most {@value #MOST}. Older ones are only counted, so that a history costs the same for ten
 * orders and ten thousand.
 *
 * @param purchases in the order in which they were heard of
 * @param forgotten how many older paid orders there are beside them
 */
public record PurchaseHistory(List<Purchase> purchases, long forgotten) {

    static final int MOST = 60;

    public static final PurchaseHistory NONE = new PurchaseHistory(List.of(), 0);

    private static final Comparator<Purchase> OLDEST_FIRST =
            Comparator.comparing(Purchase::paidAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder()));

    public PurchaseHistory {
        purchases = List.copyOf(purchases);
    }

    /** After something was heard of an order. */
    public PurchaseHistory with(String order, UnaryOperator<Purchase> change) {
        var changed = new ArrayList<>(purchases);
        int place = placeOf(order);
        if (place < 0) {
            changed.add(change.apply(Purchase.of(order)));
        } else {
            changed.set(place, change.apply(purchases.get(place)));
        }
        if (changed.size() <= MOST) {
            return new PurchaseHistory(changed, forgotten);
        }
        Purchase oldest = changed.stream().min(OLDEST_FIRST).orElseThrow();
        changed.remove(oldest);
        return new PurchaseHistory(changed, forgotten + (oldest.counts() ? 1 : 0));
    }

    private int placeOf(String order) {
        for (int i = 0; i < purchases.size(); i++) {
            if (purchases.get(i).order().equals(order)) {
                return i;
            }
        }
        return -1;
    }

    /** All paid orders that were not cancelled, also those that are only counted. */
    long orders() {
        return forgotten + counting().count();
    }

    /** Those of them that are known in detail and were paid by a moment, the oldest first. */
    List<Purchase> until(Instant moment) {
        return counting()
                .filter(purchase -> !paidAt(purchase).isAfter(moment))
                .sorted(OLDEST_FIRST)
                .toList();
    }

    private Stream<Purchase> counting() {
        return purchases.stream().filter(Purchase::counts);
    }

    static Instant paidAt(Purchase purchase) {
        @Nullable Instant paid = purchase.paidAt();
        if (paid == null) {
            throw new IllegalStateException("order " + purchase.order() + " is not paid");
        }
        return paid;
    }
}
