package io.guanxi.analytics.history.domain;

import io.guanxi.analytics.value.domain.Measures;
import io.guanxi.analytics.value.domain.OrderFacts;
import io.guanxi.analytics.value.domain.OrderNews;
import io.guanxi.analytics.value.domain.OrderRecord;
import io.guanxi.analytics.value.domain.OrderShare;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one order did to the purchases of its customer, day by day. */
public final class OrderFlows {

    private OrderFlows() {}

    /** What each day's news changed for the day on which the order was placed; the sum of all of them is its share. */
    public static List<Flow> of(OrderRecord order) {
        TreeMap<LocalDate, OrderFacts> byDay = new TreeMap<>();
        OrderFacts facts = null;
        for (OrderNews said : order.news()) {
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
        // Another hour of the same day is no other purchase.
        flows.removeIf(Flow::isNothing);
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
