package io.guanxi.analytics.cohort.domain;

import io.guanxi.analytics.value.domain.Amounts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How revenue and customers are shared out over groups, such as grades. Sums of partitions are added up in any order. */
public final class RevenueShares<K extends Comparable<K>> {

    private final Map<K, Sum> sums = new TreeMap<>();

    private record Sum(long customers, BigDecimal revenue) {

        Sum plus(Sum other) {
            return new Sum(customers + other.customers, revenue.add(other.revenue));
        }
    }

    /**
     * @param customerShare of all customers, 0 to 1
     * @param revenue net, of the group
     * @param revenueShare of all revenue; 0 without any
     */
    public record Share<K>(K group, long customers, double customerShare, BigDecimal revenue, double revenueShare) {}

    /** One customer. */
    public void add(K group, BigDecimal net) {
        sums.merge(group, new Sum(1, net), Sum::plus);
    }

    /** Takes in other customers. */
    public void addAll(RevenueShares<K> other) {
        other.sums.forEach((group, sum) -> sums.merge(group, sum, Sum::plus));
    }

    /** By group; one without customers is left out. */
    public List<Share<K>> shares() {
        Sum all = sums.values().stream().reduce(new Sum(0, Amounts.ZERO), Sum::plus);
        List<Share<K>> shares = new ArrayList<>();
        sums.forEach((group, sum) -> shares.add(new Share<>(
                group,
                sum.customers(),
                (double) sum.customers() / all.customers(),
                sum.revenue(),
                all.revenue().signum() == 0
                        ? 0
                        : sum.revenue()
                                .divide(all.revenue(), MathContext.DECIMAL64)
                                .doubleValue())));
        return shares;
    }
}
