package io.guanxi.analytics.lifetime.domain;

import io.guanxi.analytics.history.domain.Purchases;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * All that the models need to know of a customer's buying: how often, how lately and for how long. Orders of one day are one
 * purchase, and the first purchase is the beginning and not counted.
 *
 * @param x days with purchases after the first one
 * @param recencyDays from the first purchase to the last one; 0 exactly if x is 0
 * @param ageDays from the first purchase to the end of the observation
 */
public record Observation(int x, int recencyDays, int ageDays) {

    /** Nobody has been observed yet: a customer at the moment of the first purchase. */
    public static final Observation NEWCOMER = new Observation(0, 0, 0);

    private static final double DAYS_IN_A_WEEK = 7;

    public Observation {
        if (x < 0 || recencyDays < x || (x == 0 && recencyDays > 0) || ageDays < recencyDays) {
            throw new IllegalArgumentException(
                    "%d purchases in %d of %d days are impossible".formatted(x, recencyDays, ageDays));
        }
    }

    /** Of what was bought until the end of a day; empty if nothing was. */
    public static Optional<Observation> of(Purchases purchases, LocalDate asOf) {
        int days = 0;
        LocalDate first = null;
        LocalDate last = null;
        for (Purchases.Day day : purchases.days()) {
            if (!day.day().isAfter(asOf)) {
                days++;
                first = first == null ? day.day() : first;
                last = day.day();
            }
        }
        return first == null || last == null
                ? Optional.empty()
                : Optional.of(new Observation(days - 1, between(first, last), between(first, asOf)));
    }

    private static int between(LocalDate first, LocalDate last) {
        return Math.toIntExact(ChronoUnit.DAYS.between(first, last));
    }

    /** Weeks from the first purchase to the last one: t_x of the literature. */
    public double tx() {
        return recencyDays / DAYS_IN_A_WEEK;
    }

    /** Weeks from the first purchase to the end of the observation: T of the literature. */
    public double age() {
        return ageDays / DAYS_IN_A_WEEK;
    }
}
