package io.guanxi.loyalty.measure.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the orders of many customers come to.
 *
 * @param customers how many were looked at
 * @param buyers of them, with an order in the window
 * @param repeatBuyers of them, with two or more orders in the window
 * @param repurchaseRate {@code repeatBuyers / buyers}, from 0 to 1 with four decimals; absent without buyers
 * @param orders of the buyers, in the window
 * @param ordersWithPoints of these, on which points were spent
 * @param medianOrders the median of the buyers' orders in the window; absent without buyers
 * @param medianIntervalDays the median of the customers' own median intervals; absent if nobody bought twice
 */
public record TenantMeasures(
        int customers,
        int buyers,
        int repeatBuyers,
        @Nullable BigDecimal repurchaseRate,
        long orders,
        long ordersWithPoints,
        @Nullable BigDecimal medianOrders,
        @Nullable BigDecimal medianIntervalDays) {

    private static final int REPEAT = 2;

    public static TenantMeasures of(List<CustomerMeasures> customers) {
        List<CustomerMeasures> buyers =
                customers.stream().filter(customer -> customer.orders() > 0).toList();
        int repeat =
                (int) buyers.stream().filter(buyer -> buyer.orders() >= REPEAT).count();
        List<BigDecimal> intervals = customers.stream()
                .map(CustomerMeasures::intervalDays)
                .filter(Objects::nonNull)
                .toList();
        return new TenantMeasures(
                customers.size(),
                buyers.size(),
                repeat,
                share(repeat, buyers.size()),
                buyers.stream().mapToLong(CustomerMeasures::orders).sum(),
                buyers.stream().mapToLong(CustomerMeasures::withPoints).sum(),
                buyers.isEmpty()
                        ? null
                        : Median.of(buyers.stream()
                                .map(buyer -> BigDecimal.valueOf(buyer.orders()))
                                .toList()),
                intervals.isEmpty() ? null : Median.of(intervals));
    }

    /** Which part of the orders was paid for with points too, from 0 to 1 with four decimals; absent without orders. */
    public @Nullable BigDecimal shareWithPoints() {
        return share(ordersWithPoints, orders);
    }

    /** How many customers each class holds, by what their orders say alone; customers without an order in the window too. */
    public static Map<Behaviour, Integer> byBehaviour(List<Classification> classified) {
        var counts = new TreeMap<Behaviour, Integer>();
        for (Behaviour behaviour : Behaviour.values()) {
            counts.put(behaviour, 0);
        }
        classified.forEach(one -> counts.merge(one.behaviour(), 1, Integer::sum));
        return counts;
    }

    private static @Nullable BigDecimal share(long part, long all) {
        return all == 0 ? null : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(all), 4, RoundingMode.HALF_UP);
    }
}
