package io.guanxi.loyalty.measure.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a customer's orders come to at a moment. Cancelled orders do not count; returned ones do, for they were bought.
 *
 * @param ordersEver all paid orders
 * @param orders those paid in the window of the rule, as far as they are known in detail
 * @param more whether there may be more in the window: all that are known in detail are, and older ones are only counted
 * @param withPoints of {@code orders}, on which points were spent
 * @param withVoucher of {@code orders}, with a voucher
 * @param inCampaign of {@code orders}, that earned by a campaign
 * @param withIncentive of {@code orders}, with any of the three
 * @param channels through which different channels {@code orders} came, as far as it is known
 * @param withChannel of {@code orders}, of which the channel is known
 * @param intervalDays the median of the days between two orders that follow each other, of those known in detail, with one
 *     decimal; absent with fewer than two orders
 * @param intervalVariation the standard deviation of these intervals divided by their mean, so exact that it can be compared;
 *     absent with fewer than two intervals
 * @param times when {@code orders} were paid, the oldest first
 * @param first when the oldest order known in detail was paid; absent if there is none
 */
public record CustomerMeasures(
        long ordersEver,
        int orders,
        boolean more,
        int withPoints,
        int withVoucher,
        int inCampaign,
        int withIncentive,
        int channels,
        int withChannel,
        @Nullable BigDecimal intervalDays,
        @Nullable BigDecimal intervalVariation,
        List<Instant> times,
        @Nullable Instant first) {

    private static final int DECIMALS = 10;

    private static final BigDecimal SECONDS_OF_A_DAY =
            BigDecimal.valueOf(Duration.ofDays(1).toSeconds());

    public CustomerMeasures {
        times = List.copyOf(times);
    }

    public static CustomerMeasures of(PurchaseHistory history, Instant now, LoyaltyRule rule) {
        List<Purchase> known = history.until(now);
        Instant from = now.minus(rule.window());
        List<Purchase> recent = known.stream()
                .filter(purchase -> PurchaseHistory.paidAt(purchase).isAfter(from))
                .toList();
        List<BigDecimal> intervals = intervals(known);
        List<String> channels =
                recent.stream().map(Purchase::channel).filter(Objects::nonNull).toList();
        return new CustomerMeasures(
                history.orders(),
                recent.size(),
                history.forgotten() > 0 && recent.size() == known.size(),
                count(recent, Purchase::points),
                count(recent, Purchase::voucher),
                count(recent, Purchase::campaign),
                count(recent, Purchase::incentive),
                (int) channels.stream().distinct().count(),
                channels.size(),
                intervals.isEmpty() ? null : Median.of(intervals).setScale(1, RoundingMode.HALF_UP),
                variation(intervals),
                recent.stream().map(PurchaseHistory::paidAt).toList(),
                known.isEmpty() ? null : PurchaseHistory.paidAt(known.getFirst()));
    }

    /** A part of the orders in the window, from 0 to 1 and so exact that it can be compared; absent if there are none. */
    public @Nullable BigDecimal share(int part) {
        return orders == 0
                ? null
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(orders), DECIMALS, RoundingMode.HALF_UP);
    }

    private static int count(List<Purchase> purchases, Predicate<Purchase> which) {
        return (int) purchases.stream().filter(which).count();
    }

    private static List<BigDecimal> intervals(List<Purchase> oldestFirst) {
        var days = new ArrayList<BigDecimal>();
        for (int i = 1; i < oldestFirst.size(); i++) {
            Duration between = Duration.between(
                    PurchaseHistory.paidAt(oldestFirst.get(i - 1)), PurchaseHistory.paidAt(oldestFirst.get(i)));
            days.add(BigDecimal.valueOf(between.toSeconds()).divide(SECONDS_OF_A_DAY, 4, RoundingMode.HALF_UP));
        }
        return days;
    }

    private static @Nullable BigDecimal variation(List<BigDecimal> intervals) {
        if (intervals.size() < 2) {
            return null;
        }
        double mean = intervals.stream()
                .mapToDouble(BigDecimal::doubleValue)
                .average()
                .orElseThrow();
        double squares = intervals.stream()
                .mapToDouble(days -> Math.pow(days.doubleValue() - mean, 2))
                .sum();
        return mean == 0
                ? null
                : BigDecimal.valueOf(Math.sqrt(squares / intervals.size()) / mean)
                        .setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
