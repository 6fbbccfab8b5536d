package io.guanxi.loyalty.account.domain;

import io.guanxi.loyalty.account.domain.TierEvent.Count;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.TierRules;
import io.guanxi.loyalty.programme.domain.TierRules.Tier;
import io.guanxi.loyalty.programme.domain.TierRules.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What counts for tiers, over which time, and which tier it is enough for. */
public final class TierMeasure {

    private static final int MONTHS_OF_A_YEAR = 12;

    private TierMeasure() {}

    /**
     * What the orders of a time count, net of what was returned or cancelled of them since.
     *
     * @param from the first moment that counts
     * @param until the first that does not
     */
    public static Count count(LoyaltyAccount account, TierRules rules, Instant from, Instant until) {
        BigDecimal sum = BigDecimal.ZERO;
        for (OrderStanding order : account.orders().values()) {
            OrderStanding.Payment payment = order.payment();
            if (payment != null
                    && !payment.paidAt().isBefore(from)
                    && payment.paidAt().isBefore(until)) {
                sum = sum.add(worth(order, payment, rules));
            }
        }
        return new Count(sum, rules.unit(), from, until);
    }

    private static BigDecimal worth(OrderStanding order, OrderStanding.Payment payment, TierRules rules) {
        return switch (rules.measure()) {
            case POINTS -> BigDecimal.valueOf(order.netPoints(rules.unit()));
            case SPEND -> payment.paid().currency().equals(rules.unit()) ? order.netSpend() : BigDecimal.ZERO;
            case ORDERS -> order.netSpend().signum() > 0 ? BigDecimal.ONE : BigDecimal.ZERO;
        };
    }

    /** The highest tier that a count is enough for. */
    public static Tier qualified(TierRules rules, BigDecimal count) {
        return rules.tiers().stream()
                .filter(tier -> count.compareTo(tier.threshold()) >= 0)
                .reduce((lower, higher) -> higher)
                .orElseGet(rules.tiers()::getFirst);
    }

    /** 0 for the lowest tier, and for one that these rules do not know. */
    public static int rank(TierRules rules, String code) {
        for (int i = 0; i < rules.tiers().size(); i++) {
            if (rules.tiers().get(i).code().equals(code)) {
                return i;
            }
        }
        return 0;
    }

    /** Since when orders count that are judged at {@code at}. */
    public static Instant windowStart(ProgrammeRules rules, Window window, Instant at) {
        ZoneId zone = rules.zone();
        LocalDate day = at.atZone(zone).toLocalDate();
        LocalDate start = switch (window.kind()) {
            // Today is the last day of the window, so that the day a tier was reached on does not count again.
            case ROLLING -> day.minusMonths(window.months()).plusDays(1);
            case CALENDAR -> cycleStart(window, day);
        };
        return start.atStartOfDay(zone).toInstant();
    }

    /** The end of the time that {@code at} begins (rolling) or lies in (calendar). */
    public static Instant windowEnd(ProgrammeRules rules, Window window, Instant at) {
        ZoneId zone = rules.zone();
        LocalDate day = at.atZone(zone).toLocalDate();
        LocalDate end = switch (window.kind()) {
            case ROLLING -> day.plusMonths(window.months()).plusDays(1);
            case CALENDAR -> cycleEnd(window, day);
        };
        return end.atStartOfDay(zone).toInstant();
    }

    private static LocalDate cycleStart(Window window, LocalDate day) {
        return cycles(window, day)
                .filter(start -> !start.isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static LocalDate cycleEnd(Window window, LocalDate day) {
        return cycles(window, day)
                .filter(start -> start.isAfter(day))
                .findFirst()
                .orElseThrow();
    }

    /**
     * The first days of the cycles from the last anniversary of the rule's first day to the second one after. Cycles are
     * counted anew from each anniversary, so that a month which lacks a day moves only the cycle that begins in it.
     */
    private static Stream<LocalDate> cycles(Window window, LocalDate day) {
        MonthDay start = Objects.requireNonNull(window.start(), "a calendar window has a first day");
        int year = start.atYear(day.getYear()).isAfter(day) ? day.getYear() - 1 : day.getYear();
        return Stream.of(start.atYear(year), start.atYear(year + 1))
                .flatMap(anniversary -> IntStream.range(0, MONTHS_OF_A_YEAR / window.months())
                        .mapToObj(cycle -> anniversary.plusMonths((long) cycle * window.months())));
    }
}
