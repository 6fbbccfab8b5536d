package io.guanxi.analytics.value.domain;

import io.guanxi.analytics.value.domain.OrderNews.Returned;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one order and matters. Each part is a minimum, a maximum or a union over the events seen, so neither
 * their order nor their repetition changes it.
 *
 * @param placedAt the earliest time of placing that was said; null if none was
 * @param seenAt when the earliest event happened
 * @param sale the best evidence of what was sold; null as long as it is only placed
 * @param returns by return id
 */
public record OrderFacts(
        @Nullable Instant placedAt,
        Instant seenAt,
        boolean cancelled,
        @Nullable Sale sale,
        SortedMap<String, ReturnFacts> returns) {

    /** What was sold, as one event says it. */
    public record Sale(OrderStep step, Instant happened, OrderContent content) implements Comparable<Sale> {

        private static final Comparator<Sale> BY_WEIGHT =
                Comparator.comparing(Sale::step).thenComparing(Sale::happened).thenComparing(Sale::content);

        /** The heavier evidence is the greater: what was paid, and of two payments the later. */
        @Override
        public int compareTo(Sale other) {
            return BY_WEIGHT.compare(this, other);
        }
    }

    /** One return, as the latest event with its id says. */
    public record ReturnFacts(Instant happened, long units, BigDecimal refund) implements Comparable<ReturnFacts> {

        private static final Comparator<ReturnFacts> BY_TIME = Comparator.comparing(ReturnFacts::happened)
                .thenComparing(ReturnFacts::refund)
                .thenComparing(ReturnFacts::units);

        @Override
        public int compareTo(ReturnFacts other) {
            return BY_TIME.compare(this, other);
        }
    }

    public OrderFacts {
        returns = Collections.unmodifiableSortedMap(returns);
    }

    /** @param known what was known before; null for an order that is new */
    public static OrderFacts after(@Nullable OrderFacts known, OrderNews news) {
        OrderFacts said = saidBy(news);
        return known == null ? said : known.and(said);
    }

    private static OrderFacts saidBy(OrderNews news) {
        Instant placed = news.placedAt() == null && news.step() == OrderStep.PLACED ? news.happened() : news.placedAt();
        Sale sale = news.step().sells() ? new Sale(news.step(), news.happened(), news.content()) : null;
        TreeMap<String, ReturnFacts> returns = new TreeMap<>();
        Returned returned = news.returned();
        if (returned != null) {
            returns.put(returned.returnId(), new ReturnFacts(news.happened(), returned.units(), returned.refund()));
        }
        return new OrderFacts(placed, news.happened(), news.step() == OrderStep.CANCELLED, sale, returns);
    }

    private OrderFacts and(OrderFacts other) {
        TreeMap<String, ReturnFacts> all = new TreeMap<>(returns);
        other.returns.forEach((id, facts) -> all.merge(id, facts, OrderFacts::greater));
        return new OrderFacts(
                lesserOrOnly(placedAt, other.placedAt),
                lesser(seenAt, other.seenAt),
                cancelled || other.cancelled,
                greaterOrOnly(sale, other.sale),
                all);
    }

    /** What the order adds to its customer's facts. Nothing if it is cancelled, whatever else happened to it. */
    public OrderShare share() {
        if (cancelled) {
            return OrderShare.NONE;
        }
        Instant ordered = placedAt == null ? seenAt : placedAt;
        if (sale == null) {
            return new OrderShare(ordered, null, Amounts.ZERO, 0);
        }
        BigDecimal refunds = returns.values().stream().map(ReturnFacts::refund).reduce(Amounts.ZERO, BigDecimal::add);
        long back = returns.values().stream().mapToLong(ReturnFacts::units).sum();
        OrderContent sold = sale.content();
        return new OrderShare(ordered, sold, refunds.min(sold.amount()), Math.min(back, sold.units()));
    }

    private static <T extends Comparable<T>> @Nullable T greaterOrOnly(@Nullable T one, @Nullable T other) {
        return one == null ? other : other == null ? one : greater(one, other);
    }

    private static @Nullable Instant lesserOrOnly(@Nullable Instant one, @Nullable Instant other) {
        return one == null ? other : other == null ? one : lesser(one, other);
    }

    private static <T extends Comparable<T>> T greater(T one, T other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Instant lesser(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
