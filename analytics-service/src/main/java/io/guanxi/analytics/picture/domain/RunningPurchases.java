package io.guanxi.analytics.picture.domain;

import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.history.domain.Flow;
import io.guanxi.analytics.lifetime.domain.SpendSample;
import io.guanxi.analytics.value.domain.Amounts;
import io.guanxi.analytics.value.domain.SumsByCurrency;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a customer had bought at the end of one day after another. It goes once through the flows, so that all days together
 * take time in the number of flows and not in its square. A purchase counts from the day for which it is dated.
 */
final class RunningPurchases {

    private final List<Flow> flows;
    private final NavigableMap<LocalDate, PurchaseDay> byDay = new TreeMap<>();
    private int next;
    private LocalDate today = LocalDate.MIN;
    private int windowDays;
    private @Nullable Conversion conversion;

    private int days;
    private int recentDays;
    private long orders;
    private long units;
    private long returnedUnits;
    private SumsByCurrency total = SumsByCurrency.NOTHING;
    private SumsByCurrency window = SumsByCurrency.NOTHING;
    private int paidDays;
    private BigDecimal paid = Amounts.ZERO;

    /** @param flows by day of effect */
    RunningPurchases(List<Flow> flows) {
        this.flows = flows;
    }

    /** @param day not before the one of the last call */
    @Nullable
    Bought at(LocalDate day, InForce inForce) {
        if (today.equals(LocalDate.MIN) || changes(inForce)) {
            begin(day, inForce);
        } else {
            advance(day);
        }
        return days == 0 ? null : bought();
    }

    private boolean changes(InForce inForce) {
        return windowDays != inForce.windowDays() || !Objects.equals(conversion, inForce.comparison());
    }

    /** Everything anew: at the beginning, and when amounts are compared differently. */
    private void begin(LocalDate day, InForce inForce) {
        windowDays = inForce.windowDays();
        conversion = inForce.comparison();
        for (; next < flows.size() && !flows.get(next).effective().isAfter(day); next++) {
            merge(flows.get(next));
        }
        today = day;
        days = 0;
        recentDays = 0;
        orders = 0;
        units = 0;
        returnedUnits = 0;
        total = SumsByCurrency.NOTHING;
        window = SumsByCurrency.NOTHING;
        paidDays = 0;
        paid = Amounts.ZERO;
        byDay.headMap(day, true).values().forEach(this::count);
    }

    private void advance(LocalDate day) {
        LocalDate yesterday = today;
        for (PurchaseDay old : between(yesterday.minusDays(windowDays), day.minusDays(windowDays), yesterday)) {
            window = window.minus(old.sums());
        }
        recentDays -= between(yesterday.minusDays(Bought.RECENT_DAYS), day.minusDays(Bought.RECENT_DAYS), yesterday)
                .size();
        today = day;
        between(yesterday, day, day).forEach(this::count);
        for (; next < flows.size() && !flows.get(next).effective().isAfter(day); next++) {
            Flow flow = flows.get(next);
            PurchaseDay before = byDay.get(flow.ordered());
            boolean counted = !flow.ordered().isAfter(day);
            if (counted && before != null) {
                discount(before);
            }
            PurchaseDay after = merge(flow);
            if (counted) {
                count(after);
            }
        }
    }

    private List<PurchaseDay> between(LocalDate after, LocalDate until, LocalDate atMost) {
        LocalDate end = until.isAfter(atMost) ? atMost : until;
        return !end.isAfter(after)
                ? List.of()
                : byDay.subMap(after, false, end, true).values().stream()
                        .filter(PurchaseDay::counts)
                        .toList();
    }

    private PurchaseDay merge(Flow flow) {
        PurchaseDay before = byDay.get(flow.ordered());
        PurchaseDay after = before == null ? PurchaseDay.of(flow) : before.plus(flow);
        if (after.isNothing()) {
            byDay.remove(flow.ordered());
        } else {
            byDay.put(flow.ordered(), after);
        }
        return after;
    }

    private void count(PurchaseDay day) {
        if (day.counts()) {
            change(day, 1);
            total = total.plus(day.sums());
            if (day.day().isAfter(today.minusDays(windowDays))) {
                window = window.plus(day.sums());
            }
        }
    }

    private void discount(PurchaseDay day) {
        if (day.counts()) {
            change(day, -1);
            total = total.minus(day.sums());
            if (day.day().isAfter(today.minusDays(windowDays))) {
                window = window.minus(day.sums());
            }
        }
    }

    private void change(PurchaseDay day, int sign) {
        days += sign;
        orders += sign * day.orders();
        units += sign * day.units();
        returnedUnits += sign * day.returnedUnits();
        if (day.day().isAfter(today.minusDays(Bought.RECENT_DAYS))) {
            recentDays += sign;
        }
        BigDecimal net = net(day);
        if (net.signum() > 0) {
            paidDays += sign;
            paid = sign > 0 ? paid.add(net) : paid.subtract(net);
        }
    }

    private BigDecimal net(PurchaseDay day) {
        return conversion == null ? Amounts.ZERO : conversion.net(day.sums());
    }

    private Bought bought() {
        PurchaseDay first = end(byDay.headMap(today, true));
        PurchaseDay last = end(byDay.headMap(today, true).descendingMap());
        return new Bought(
                today,
                first.day(),
                last.day(),
                days,
                recentDays,
                orders,
                units,
                returnedUnits,
                total,
                window,
                repeats(net(first)));
    }

    private static PurchaseDay end(Map<LocalDate, PurchaseDay> days) {
        return days.values().stream().filter(PurchaseDay::counts).findFirst().orElseThrow();
    }

    private SpendSample repeats(BigDecimal first) {
        boolean firstPaid = first.signum() > 0;
        int counted = firstPaid ? paidDays - 1 : paidDays;
        BigDecimal sum = firstPaid ? paid.subtract(first) : paid;
        return counted == 0 ? SpendSample.NONE : new SpendSample(counted, sum.doubleValue() / counted);
    }

    /** All that was ordered on one day, as far as it is known. */
    private record PurchaseDay(LocalDate day, long orders, long units, long returnedUnits, SumsByCurrency sums) {

        static PurchaseDay of(Flow flow) {
            return new PurchaseDay(flow.ordered(), flow.orders(), flow.units(), flow.returnedUnits(), flow.sums());
        }

        PurchaseDay plus(Flow flow) {
            return new PurchaseDay(
                    day,
                    orders + flow.orders(),
                    units + flow.units(),
                    returnedUnits + flow.returnedUnits(),
                    sums.plus(flow.sums()));
        }

        boolean counts() {
            return orders > 0;
        }

        boolean isNothing() {
            return orders == 0
                    && units == 0
                    && returnedUnits == 0
                    && sums.sums().isEmpty();
        }
    }
}
