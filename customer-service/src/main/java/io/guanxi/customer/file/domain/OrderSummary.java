package io.guanxi.customer.file.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer's orders in four figures.
 *
 * @param standing how many are not cancelled
 * @param cancelled how many are
 * @param first when the first standing order was placed
 * @param last when the last standing order was placed
 */
public record OrderSummary(
        int standing,
        int cancelled,
        @Nullable Instant first,
        @Nullable Instant last) {

    public static OrderSummary none() {
        return new OrderSummary(0, 0, null, null);
    }

    /** The figures with one more standing order, placed at {@code at}. */
    public OrderSummary with(Instant at) {
        return new OrderSummary(
                standing + 1,
                cancelled,
                first == null || at.isBefore(first) ? at : first,
                last == null || at.isAfter(last) ? at : last);
    }
}
