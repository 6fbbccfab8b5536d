package io.guanxi.analytics.value.domain;

import io.guanxi.analytics.history.domain.Flow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All different things that were said about one order, so that it can be seen as of any day. What is said twice is kept once,
 * and arrival leaves no trace.
 *
 * @param news by when they happened; none for an order that nobody has heard of
 */
public record OrderRecord(SortedSet<OrderNews> news) {

    public static final OrderRecord UNKNOWN = new OrderRecord(Collections.emptySortedSet());

    public OrderRecord {
        news = Collections.unmodifiableSortedSet(news);
    }

    /** Itself if that was said before. */
    public OrderRecord with(OrderNews said) {
        if (news.contains(said)) {
            return this;
        }
        TreeSet<OrderNews> more = new TreeSet<>(news);
        more.add(said);
        return new OrderRecord(more);
    }

    /** What it adds to its customer's facts by all that is known. */
    public OrderShare share() {
        OrderFacts facts = null;
        for (OrderNews said : news) {
            facts = OrderFacts.after(facts, said);
        }
        return facts == null ? OrderShare.NONE : facts.share();
    }

    /** What was ordered, as it was known at the end of a day (UTC); null if it did not count or was not sold by then. */
    public @Nullable OrderContent soldAsOf(LocalDate day) {
        OrderFacts facts = null;
        for (OrderNews said : news) {
            if (!Measures.day(said.happened()).isAfter(day)) {
                facts = OrderFacts.after(facts, said);
            }
        }
        return facts == null ? null : facts.share().sold();
    }

    /** What each day's news changed for the day on which the order was placed; the sum of all of them is its share. */
    public List<Flow> flows() {
        TreeMap<LocalDate, OrderFacts> byDay = new TreeMap<>();
        OrderFacts facts = null;
        for (OrderNews said : news) {
            facts = OrderFacts.after(facts, said);
            byDay.put(Measures.day(said.happened()), facts);
        }
        List<Flow> flows = new ArrayList<>(byDay.size());
        OrderShare before = OrderShare.NONE;
        for (var day : byDay.entrySet()) {
            OrderShare after = day.getValue().share();
            if (!after.equals(before)) {
                move(flows, day.getKey(), before, after);
            }
            before = after;
        }
        return flows;
    }

    private static void move(List<Flow> flows, LocalDate effective, OrderShare before, OrderShare after) {
        LocalDate left = day(before.orderedAt());
        LocalDate entered = day(after.orderedAt());
        if (left != null && !left.equals(entered)) {
            flows.add(flow(effective, left, before, OrderShare.NONE));
        }
        if (entered != null) {
            flows.add(flow(effective, entered, entered.equals(left) ? before : OrderShare.NONE, after));
        }
    }

    private static Flow flow(LocalDate effective, LocalDate ordered, OrderShare before, OrderShare after) {
        return new Flow(
                effective,
                ordered,
                after.orders() - before.orders(),
                after.units() - before.units(),
                after.returnedUnits() - before.returnedUnits(),
                after.sums().minus(before.sums()));
    }

    private static @Nullable LocalDate day(@Nullable Instant moment) {
        return moment == null ? null : Measures.day(moment);
    }
}
