package io.guanxi.loyalty.account.domain.lots;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The terms of points that one cause made.
 *
 * @param id the entry that made it
 * @param purse the currency of points
 * @param since the day that its age is counted from: when the order was paid, or the gift made
 * @param matures when pending points become available at the latest; absent if that waits for a delivery for ever
 * @param daysAfterDelivery how many days after the delivery of its order they become available; absent if no delivery counts
 * @param expires the first moment at which the points are gone; absent if no date is set
 * @param idleExpiry absent if the account's rest does not end the points
 */
public record Lot(
        String id,
        String purse,
        Instant since,
        @Nullable Instant matures,
        @Nullable Integer daysAfterDelivery,
        @Nullable Instant expires,
        @Nullable IdleExpiry idleExpiry) {

    /**
     * Points that end when nothing was earned or spent for a time.
     *
     * @param months from the day of the last use; the last day counts in full
     * @param zone in which days are counted
     */
    public record IdleExpiry(int months, ZoneId zone) {

        public Instant after(Instant lastUse) {
            return lastUse.atZone(zone)
                    .toLocalDate()
                    .plusMonths(months)
                    .plusDays(1)
                    .atStartOfDay(zone)
                    .toInstant();
        }
    }

    /**
     * When the points are gone if nothing is earned or spent any more; null if never. A lot of an account that has rested
     * since before the lot was made ends as if the account had been used when it was made.
     */
    public @Nullable Instant ends(Instant lastUse) {
        return idleExpiry == null ? expires : idleExpiry.after(lastUse.isAfter(since) ? lastUse : since);
    }
}
