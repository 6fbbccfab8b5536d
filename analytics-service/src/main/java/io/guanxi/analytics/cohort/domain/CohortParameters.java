package io.guanxi.analytics.cohort.domain;

import java.time.LocalDate;

/**
 * Which customers are put together and what is asked about them.
 *
 * @param from the day on which the first cohort begins; its whole span is taken. Customers who came earlier are only counted
 * @param periods how many later ones are looked at, 1 to 600
 * @param repurchaseDays within which a second purchase is looked for, 1 to 3650
 */
public record CohortParameters(Span span, LocalDate from, int periods, int repurchaseDays) {

    public CohortParameters {
        require("periods", periods, 600);
        require("repurchase-days", repurchaseDays, 3650);
    }

    private static void require(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException("%s: %d (expected: 1 to %d)".formatted(name, value, most));
        }
    }
}
