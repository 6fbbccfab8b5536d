package io.guanxi.analytics.history.domain;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that is remembered of a customer, for any day.
 *
 * @param tiers of the loyalty programme
 * @param stages of the life cycle
 * @param referrals by what makes each of them different, the day (UTC) on which it happened
 */
public record CustomerHistory(
        PurchaseHistory purchases, Timeline tiers, Timeline stages, SortedMap<String, LocalDate> referrals) {

    public static final CustomerHistory NONE =
            new CustomerHistory(PurchaseHistory.NONE, Timeline.EMPTY, Timeline.EMPTY, Collections.emptySortedMap());

    public CustomerHistory {
        referrals = Collections.unmodifiableSortedMap(referrals);
    }

    public CustomerHistory with(PurchaseHistory changed) {
        return new CustomerHistory(changed, tiers, stages, referrals);
    }

    public CustomerHistory withTiers(Timeline changed) {
        return new CustomerHistory(purchases, changed, stages, referrals);
    }

    public CustomerHistory withStages(Timeline changed) {
        return new CustomerHistory(purchases, tiers, changed, referrals);
    }

    /** The same referral a second time changes nothing; of two days the earlier one holds. */
    public CustomerHistory withReferral(String referral, LocalDate day) {
        TreeMap<String, LocalDate> more = new TreeMap<>(referrals);
        more.merge(referral, day, (one, other) -> one.isBefore(other) ? one : other);
        return new CustomerHistory(purchases, tiers, stages, more);
    }

    /**
     * How many referrals fell into a span of days.
     *
     * @param after not included
     * @param until included
     */
    public long referrals(LocalDate after, LocalDate until) {
        return referrals.values().stream()
                .filter(day -> day.isAfter(after) && !day.isAfter(until))
                .count();
    }
}
