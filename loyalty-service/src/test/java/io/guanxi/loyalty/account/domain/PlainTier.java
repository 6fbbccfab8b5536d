package io.guanxi.loyalty.account.domain;

import io.guanxi.loyalty.account.domain.PlainAccount.Order;
import io.guanxi.loyalty.programme.domain.TierRules;
import io.guanxi.loyalty.programme.domain.TierRules.Downgrade;
import io.guanxi.loyalty.programme.domain.TierRules.Upgrade;
import io.guanxi.loyalty.programme.domain.TierRules.Window;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The tier of a {@link PlainAccount}: whole days, and cycles that are found by walking through the calendar. */
final class PlainTier {

    private final TierRules rules;
    private boolean joined;
    private int earned;
    private int base;
    private LocalDate since = LocalDate.EPOCH;
    private @Nullable LocalDate review;
    private @Nullable LocalDate grace;

    PlainTier(TierRules rules) {
        this.rules = rules;
    }

    @Nullable
    String code() {
        return joined ? rules.codes().get(earned) : null;
    }

    /** After an order was paid, or something of one came back. */
    void follow(LocalDate today, Collection<Order> orders, boolean backwards) {
        joined = true;
        if (rules.upgrade() == Upgrade.AT_REVIEW) {
            review = review == null ? end(today) : review;
            return;
        }
        int reached = qualified(orders, start(today), today);
        int kept = Math.max(base, qualified(orders, start(since), today));
        if (reached > earned) {
            stand(reached, base, today);
            review = calendar() ? end(end(today)) : end(today);
        } else if (backwards && kept < earned) {
            stand(kept, base, today);
            review = kept == 0 ? null : review;
        }
    }

    void review(LocalDate today, Collection<Order> orders) {
        LocalDate due = grace == null ? review : grace;
        if (due == null || today.isBefore(due)) {
            return;
        }
        boolean graceIsOver = grace != null;
        LocalDate lastDay = due.minusDays(1);
        LocalDate from = start(graceIsOver ? review.minusDays(1) : lastDay);
        int reached = qualified(orders, from, lastDay);
        boolean anything = count(orders, from, lastDay).signum() > 0;
        if (reached >= earned) {
            int now = rules.upgrade() == Upgrade.AT_REVIEW ? reached : earned;
            LocalDate before = since;
            stand(now, now, now > earned ? today : before);
            arrange(today, anything);
        } else if (rules.graceDays() > 0 && !graceIsOver) {
            grace = due.plusDays(rules.graceDays());
        } else {
            int fallen = rules.downgrade() == Downgrade.ONE_TIER ? Math.max(reached, earned - 1) : reached;
            stand(fallen, fallen, today);
            arrange(today, anything);
        }
    }

    private void stand(int tier, int reviewed, LocalDate from) {
        earned = tier;
        base = reviewed;
        since = from;
        grace = null;
    }

    private void arrange(LocalDate today, boolean anything) {
        boolean idle = earned == 0 && (rules.upgrade() == Upgrade.AT_ONCE || !anything);
        review = idle ? null : end(today);
    }

    private int qualified(Collection<Order> orders, LocalDate from, LocalDate until) {
        BigDecimal count = count(orders, from, until);
        int reached = 0;
        while (reached + 1 < rules.tiers().size()
                && count.compareTo(rules.tiers().get(reached + 1).threshold()) >= 0) {
            reached++;
        }
        return reached;
    }

    private BigDecimal count(Collection<Order> orders, LocalDate from, LocalDate until) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Order order : orders) {
            if (!order.day.isBefore(from) && !order.day.isAfter(until)) {
                sum = sum.add(worth(order));
            }
        }
        return sum;
    }

    private BigDecimal worth(Order order) {
        return switch (rules.measure()) {
            case SPEND -> order.spend();
            case POINTS -> BigDecimal.valueOf(order.earned - order.reversed);
            case ORDERS -> BigDecimal.valueOf(order.spend().signum());
        };
    }

    private boolean calendar() {
        return rules.window().kind() == Window.Kind.CALENDAR;
    }

    private LocalDate start(LocalDate day) {
        if (!calendar()) {
            return day.minusMonths(rules.window().months()).plusDays(1);
        }
        LocalDate first = day;
        while (!beginsCycle(first)) {
            first = first.minusDays(1);
        }
        return first;
    }

    private LocalDate end(LocalDate day) {
        if (!calendar()) {
            return day.plusMonths(rules.window().months()).plusDays(1);
        }
        LocalDate next = day.plusDays(1);
        while (!beginsCycle(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private boolean beginsCycle(LocalDate day) {
        var first = rules.window().start();
        int months = Math.floorMod(
                day.getMonthValue() - first.getMonthValue(), rules.window().months());
        return months == 0 && day.getDayOfMonth() == Math.min(first.getDayOfMonth(), day.lengthOfMonth());
    }
}
