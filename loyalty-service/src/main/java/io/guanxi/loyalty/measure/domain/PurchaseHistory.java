package io.guanxi.loyalty.measure.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A customer's latest orders, at most {@value #MOST} that count and {@value #MOST_OTHERS} that do not. Older ones are only
 * counted, so that a history costs the same for ten orders and ten thousand.
 *
 * @param purchases in the order in which they were heard of; those that are not paid yet or were cancelled too
 * @param forgotten how many older orders that count there are beside them
 */
public record PurchaseHistory(List<Purchase> purchases, long forgotten) {

    static final int MOST = 60;

    /** Enough for what is said of an order before its payment is. They never take the place of an order that counts. */
    static final int MOST_OTHERS = 20;

    public static final PurchaseHistory NONE = new PurchaseHistory(List.of(), 0);

    private static final Comparator<Purchase> OLDEST_FIRST =
            Comparator.comparing(Purchase::paidAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder()));

    public PurchaseHistory {
        purchases = List.copyOf(purchases);
    }

    /** After the payment of an order, which is told once for each. */
    public PurchaseHistory paid(String order, Instant at, @Nullable String channel) {
        return changed(order, purchase -> purchase.paid(at, channel));
    }

    /** After a paid order was cancelled. One that is not among the latest was counted, and is not any more. */
    public PurchaseHistory cancelled(String order) {
        int place = placeOf(order);
        return place < 0 || purchases.get(place).paidAt() == null
                ? new PurchaseHistory(purchases, Math.max(0, forgotten - 1))
                : changed(order, Purchase::asCancelled);
    }

    /** After something was heard of an order, before its payment or after. */
    public PurchaseHistory with(String order, UnaryOperator<Purchase> change) {
        return changed(order, change);
    }

    /** The same of an order whose payment was told before: nothing changes if it is only counted. */
    public PurchaseHistory withMore(String order, UnaryOperator<Purchase> change) {
        return placeOf(order) < 0 ? this : changed(order, change);
    }

    private PurchaseHistory changed(String order, UnaryOperator<Purchase> change) {
        var changed = new ArrayList<>(purchases);
        int place = placeOf(order);
        if (place < 0) {
            changed.add(change.apply(Purchase.of(order)));
        } else {
            changed.set(place, change.apply(purchases.get(place)));
        }
        return bounded(changed);
    }

    private PurchaseHistory bounded(List<Purchase> changed) {
        List<Purchase> counting = changed.stream().filter(Purchase::counts).toList();
        if (counting.size() > MOST) {
            changed.remove(counting.stream().min(OLDEST_FIRST).orElseThrow());
            return new PurchaseHistory(changed, forgotten + 1);
        }
        if (changed.size() - counting.size() > MOST_OTHERS) {
            changed.remove(changed.stream()
                    .filter(purchase -> !purchase.counts())
                    .findFirst()
                    .orElseThrow());
        }
        return new PurchaseHistory(changed, forgotten);
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
