package io.guanxi.loyalty.liability.domain;

import io.guanxi.kernel.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One purse on one day of the books.
 *
 * @param zone in which the day is a day
 * @param opening all totals before the day
 * @param posted what was posted on the day
 * @param entries how many ledger entries that is
 * @param valueBefore what a point was worth at the end of the day before; absent if no value was stated
 * @param value what a point was worth at the end of the day; absent if no value was stated
 */
public record BookDay(
        String purse,
        LocalDate date,
        ZoneId zone,
        Totals opening,
        Totals posted,
        long entries,
        @Nullable Money valueBefore,
        @Nullable Money value) {

    public Totals closing() {
        return opening.plus(posted);
    }

    /** The first moment after the day. */
    public Instant end() {
        return endOf(date, zone);
    }

    public static Instant endOf(LocalDate date, ZoneId zone) {
        return date.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** What points are worth at the end of the day, exactly; absent if no value is stated. */
    public @Nullable Money worth(long points) {
        return worth(points, value);
    }

    /** The liability at the start, at the value of the day before. */
    public @Nullable Money openingWorth() {
        return worth(opening.liability(), valueBefore);
    }

    /**
     * By how much the opening liability is worth more because the value of a point has changed; absent if there is no value to
     * compare, or none in the same currency.
     */
    public @Nullable Money revaluation() {
        Money before = openingWorth();
        Money now = worth(opening.liability());
        return before == null || now == null || !before.currency().equals(now.currency()) ? null : now.minus(before);
    }

    public static @Nullable Money worth(long points, @Nullable Money value) {
        return value == null ? null : new Money(value.amount().multiply(BigDecimal.valueOf(points)), value.currency());
    }
}
