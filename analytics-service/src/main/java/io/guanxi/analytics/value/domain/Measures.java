package io.guanxi.analytics.value.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The values of one customer that are compared with cut points.
 *
 * @param recency days from the last order to the day of measuring; negative if it came after that day
 * @param frequency orders
 * @param monetary revenue less refunds in the currency of the boundaries
 */
public record Measures(long recency, long frequency, BigDecimal monetary) {

    /** @throws IllegalArgumentException if the customer has no order that counts and is not compared */
    public static Measures of(CustomerFacts facts, Boundaries boundaries) {
        Instant last = facts.lastOrderAt();
        if (last == null) {
            throw new IllegalArgumentException("orders: 0 (expected: at least one that counts)");
        }
        String currency = boundaries.currency();
        return new Measures(
                ChronoUnit.DAYS.between(day(last), boundaries.measuredAt()),
                facts.orders(),
                currency == null ? Amounts.ZERO : facts.sums().net(currency));
    }

    /** The day of a moment, in UTC as everywhere. */
    public static LocalDate day(Instant moment) {
        return moment.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** How many of the cut points these values are strictly better than decides. */
    public Scores scores(Boundaries boundaries, int version) {
        return new Scores(
                1
                        + (int) boundaries.recency().stream()
                                .filter(cut -> recency < cut)
                                .count(),
                1
                        + (int) boundaries.frequency().stream()
                                .filter(cut -> frequency > cut)
                                .count(),
                1
                        + (int) boundaries.monetary().stream()
                                .filter(cut -> monetary.compareTo(cut) > 0)
                                .count(),
                version);
    }
}
