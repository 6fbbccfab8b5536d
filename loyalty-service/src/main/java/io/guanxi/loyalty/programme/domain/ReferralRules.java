package io.guanxi.loyalty.programme.domain;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What bringing a friend is worth. Both sides get their points when the friend's first order is final: delivered, and the
 * time for returns over.
 *
 * @param purse in which it is given
 * @param referrer points for the one who recommended
 * @param friend points for the one who came
 * @param minimum what the friend's order must cost at least, by ISO 4217 code
 * @param finalAfterDays days from the delivery until an order counts as final
 * @param mostPerYear how many friends one customer is rewarded for within 365 days
 */
public record ReferralRules(
        String purse,
        long referrer,
        long friend,
        Map<String, BigDecimal> minimum,
        int finalAfterDays,
        int mostPerYear) {

    private static final int MOST_FRIENDS = 10_000;

    public ReferralRules {
        minimum = Sorted.copyOf(minimum);
        Checks checks = new Checks();
        checks.code("/purse", purse);
        checks.within("/referrer", referrer, 0, Checks.MOST_POINTS);
        checks.within("/friend", friend, 0, Checks.MOST_POINTS);
        checks.that(referrer != 0 || friend != 0, "/referrer", referrer, "more than 0, for /friend is 0 too");
        checks.amounts("/minimum", minimum, Conditions.MOST_AMOUNT);
        checks.within("/finalAfterDays", finalAfterDays, 0, Checks.MOST_DAYS);
        checks.within("/mostPerYear", mostPerYear, 1, MOST_FRIENDS);
        checks.refuse();
    }
}
