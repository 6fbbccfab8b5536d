package io.guanxi.loyalty.care.domain;

import io.guanxi.kernel.Decision;
import io.guanxi.loyalty.care.domain.BudgetEvent.GoodwillReserved;
import io.guanxi.loyalty.care.domain.BudgetEvent.ReservationGivenBack;
import io.guanxi.loyalty.care.domain.BudgetRejection.BudgetIsSpent;
import io.guanxi.loyalty.care.domain.BudgetRejection.ReservationDiffers;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one month's goodwill is set aside for.
 *
 * @param reserved points by account and complaint; by the complaint alone where the event has no account
 */
public record GoodwillBudget(Map<String, Long> reserved) {

    private static final GoodwillBudget UNTOUCHED = new GoodwillBudget(Map.of());

    public GoodwillBudget {
        reserved = Collections.unmodifiableMap(new TreeMap<>(reserved));
    }

    public static GoodwillBudget untouched() {
        return UNTOUCHED;
    }

    public static GoodwillBudget evolve(GoodwillBudget budget, BudgetEvent event) {
        var reserved = new TreeMap<>(budget.reserved);
        switch (event) {
            case GoodwillReserved e -> reserved.put(key(e.account(), e.complaint()), e.points());
            case ReservationGivenBack e -> reserved.remove(key(e.account(), e.complaint()));
        }
        return new GoodwillBudget(reserved);
    }

    public long spent() {
        return reserved.values().stream().mapToLong(Long::longValue).sum();
    }

    /** @param most points of the whole month */
    public Decision<BudgetEvent, BudgetRejection> reserve(
            String account, String complaint, long points, long most, String cause, Instant at) {
        Long before = reserved.get(key(account, complaint));
        if (before != null) {
            return before == points
                    ? Decision.nothing()
                    : Decision.refuse(new ReservationDiffers(complaint, before, points));
        }
        return points > most - spent()
                ? Decision.refuse(new BudgetIsSpent(most, spent(), points))
                : Decision.accept(new GoodwillReserved(account, complaint, points, cause, at));
    }

    public Decision<BudgetEvent, BudgetRejection> giveBack(String account, String complaint, String cause, Instant at) {
        Long before = reserved.get(key(account, complaint));
        return before == null
                ? Decision.nothing()
                : Decision.accept(new ReservationGivenBack(account, complaint, before, cause, at));
    }

    /** A ticket may be named for several customers; each has points of their own. */
    private static String key(@Nullable String account, String complaint) {
        return account == null ? complaint : account + "/" + complaint;
    }
}
