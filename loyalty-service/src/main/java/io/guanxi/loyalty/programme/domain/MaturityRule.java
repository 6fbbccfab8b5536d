package io.guanxi.loyalty.programme.domain;

import org.jspecify.annotations.Nullable;

/**
 * When earned points become available.
 *
 * @param after what starts the wait
 * @param days how long it lasts, usually the time in which goods can be returned; 0 with {@code PAID} is at once
 * @param atLatestDays after so many days from the payment they become available although no delivery was reported; absent
 *     is never
 */
public record MaturityRule(Start after, int days, @Nullable Integer atLatestDays) {

    public MaturityRule {
        Checks checks = new Checks();
        checks.within("/days", days, 0, Checks.MOST_DAYS);
        if (after == Start.PAID) {
            checks.that(atLatestDays == null, "/atLatestDays", atLatestDays, "absent with PAID");
        } else {
            checks.withinIfThere("/atLatestDays", atLatestDays, Math.max(days, 1), Checks.MOST_DAYS);
        }
        checks.refuse();
    }

    public static final MaturityRule AT_ONCE = new MaturityRule(Start.PAID, 0, null);

    public enum Start {
        PAID,
        DELIVERED
    }
}
