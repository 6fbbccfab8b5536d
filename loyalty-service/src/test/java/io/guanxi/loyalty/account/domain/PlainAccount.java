package io.guanxi.loyalty.account.domain;

import io.guanxi.loyalty.programme.domain.ExpiryRule;
import io.guanxi.loyalty.programme.domain.MaturityRule;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.PurseRules;
import io.guanxi.loyalty.programme.domain.ReversalRules.Shortfall;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an account with one purse must be, computed in the plainest way: hour by hour, with nothing but numbers that change.
 * Everything happens at full hours, so that the days of all zones begin at one.
 */
final class PlainAccount {

    /** An order, and what is left of its points. */
    static final class Order {

        final LocalDate day;
        final Instant since;
        final BigDecimal paid;
        final long earned;
        BigDecimal refunded = BigDecimal.ZERO;
        long reversed;
        boolean cancelled;
        long pending;
        long available;

        @Nullable
        Instant delivered;

        Order(LocalDate day, Instant since, BigDecimal paid) {
            this.day = day;
            this.since = since;
            this.paid = paid;
            earned = paid.longValue();
        }

        BigDecimal spend() {
            return cancelled ? BigDecimal.ZERO : paid.subtract(refunded).max(BigDecimal.ZERO);
        }
    }

    private final ProgrammeRules rules;
    private final PurseRules purse;
    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final PlainTier tier;
    private LocalDate lastUse = LocalDate.EPOCH;
    private Instant now;
    private LocalDate today;
    private long debt;

    PlainAccount(ProgrammeRules rules, Instant begin) {
        this.rules = rules;
        purse = rules.mainPurse();
        tier = new PlainTier(rules.tiers());
        now = begin;
        today = begin.atZone(rules.zone()).toLocalDate();
    }

    void live(Instant until) {
        while (now.isBefore(until)) {
            LocalDate yesterday = today;
            now = now.plus(Duration.ofHours(1));
            today = now.atZone(rules.zone()).toLocalDate();
            orders.values().forEach(this::mature);
            if (today.isAfter(yesterday)) {
                orders.values().forEach(this::expire);
                tier.review(today, orders.values());
            }
        }
    }

    void paid(String id, BigDecimal amount) {
        var order = new Order(today, now, amount);
        orders.put(id, order);
        if (order.earned > 0) {
            lastUse = today;
            order.pending = order.earned;
            if (isRipe(order)) {
                order.available = order.pending;
                order.pending = 0;
            }
            repay();
        }
        follow(false);
    }

    void delivered(String id) {
        Order order = orders.get(id);
        if (order.delivered == null) {
            order.delivered = now;
        }
        mature(order);
    }

    void returned(String id, BigDecimal refund) {
        Order order = orders.get(id);
        if (order.cancelled || refund.signum() == 0) {
            return;
        }
        order.refunded = order.refunded.add(refund);
        if (order.paid.signum() > 0) {
            BigDecimal share = order.refunded.min(order.paid);
            long due = share.multiply(BigDecimal.valueOf(order.earned))
                    .divideToIntegralValue(order.paid)
                    .longValue();
            takeBack(order, due - order.reversed);
        }
        follow(true);
    }

    void cancelled(String id) {
        Order order = orders.get(id);
        if (!order.cancelled) {
            order.cancelled = true;
            takeBack(order, order.earned - order.reversed);
            follow(true);
        }
    }

    /** What is owed cannot be spent. */
    void spent(long points) {
        if (available() - debt >= points) {
            draw(points);
            lastUse = today;
        }
    }

    long available() {
        return orders.values().stream().mapToLong(order -> order.available).sum();
    }

    long pending() {
        return orders.values().stream().mapToLong(order -> order.pending).sum();
    }

    long debt() {
        return debt;
    }

    @Nullable
    String tier() {
        return tier.code();
    }

    private void follow(boolean backwards) {
        tier.follow(today, orders.values(), backwards);
    }

    private void takeBack(Order order, long points) {
        order.reversed += points;
        long fromPending = Math.min(points, order.pending);
        long fromAvailable = Math.min(points - fromPending, order.available);
        order.pending -= fromPending;
        order.available -= fromAvailable;
        long gone = points - fromPending - fromAvailable;
        if (rules.reversal().shortfall() == Shortfall.CLAWBACK) {
            for (Order other : newestFirst()) {
                long part = Math.min(gone, other.available);
                other.available -= part;
                gone -= part;
            }
        }
        debt += rules.reversal().shortfall() == Shortfall.FORGIVE ? 0 : gone;
    }

    private void repay() {
        long points = Math.min(debt, available());
        draw(points);
        debt -= points;
    }

    private void draw(long points) {
        long left = points;
        var sorted = new ArrayList<>(orders.values());
        sorted.sort(Comparator.comparing(this::lastDay).thenComparing(order -> order.since));
        for (Order order : sorted) {
            long part = Math.min(left, order.available);
            order.available -= part;
            left -= part;
        }
    }

    private List<Order> newestFirst() {
        return new ArrayList<>(orders.values()).reversed();
    }

    private void mature(Order order) {
        if (order.pending > 0 && isRipe(order)) {
            order.available += order.pending;
            order.pending = 0;
            repay();
        }
    }

    private boolean isRipe(Order order) {
        MaturityRule rule = purse.maturity();
        if (rule.after() == MaturityRule.Start.PAID) {
            return hasPassed(order.since, rule.days());
        }
        return (order.delivered != null && hasPassed(order.delivered, rule.days()))
                || (rule.atLatestDays() != null && hasPassed(order.since, rule.atLatestDays()));
    }

    private boolean hasPassed(Instant start, int days) {
        return Duration.between(start, now).toHours() >= days * 24L;
    }

    private void expire(Order order) {
        if (order.pending + order.available > 0 && today.isAfter(lastDay(order))) {
            order.pending = 0;
            order.available = 0;
        }
    }

    private LocalDate lastDay(Order order) {
        ExpiryRule rule = purse.expiry();
        return switch (rule.kind()) {
            case NEVER -> LocalDate.MAX;
            case ROLLING -> monthsAfter(order.day, rule.months());
            case INACTIVITY -> monthsAfter(lastUse.isAfter(order.day) ? lastUse : order.day, rule.months());
            case FIXED -> {
                LocalDate day = order.day;
                while (!day.equals(rule.day().atYear(day.getYear()))) {
                    day = day.plusDays(1);
                }
                yield rule.day().atYear(day.getYear() + rule.years());
            }
        };
    }

    private static LocalDate monthsAfter(LocalDate day, int months) {
        LocalDate first = day.withDayOfMonth(1).plusMonths(months);
        return first.withDayOfMonth(Math.min(day.getDayOfMonth(), first.lengthOfMonth()));
    }
}
