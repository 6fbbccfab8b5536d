package io.guanxi.analytics.picture.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An episode in which a customer seemed to have left.
 *
 * @param began day (UTC) at whose end it was found
 * @param pAlive then, six decimals; null if there was no lifetime model
 * @param cause {@link #BELOW_LIMIT} or {@link #SILENT}
 * @param lastOrder the day of the last order that was known then
 * @param limit of the probability, or of the days of silence if there was no model
 * @param ruleVersion whose limit it was; 0 if there was none
 * @param modelVersion of the lifetime model; 0 if there was none
 * @param ended day at whose end it was found to be over; null while it lasts
 * @param endCause {@link #ORDER} or {@link #JUDGED_ANEW}; null while it lasts
 */
public record Lapse(
        LocalDate began,
        @Nullable BigDecimal pAlive,
        String cause,
        LocalDate lastOrder,
        BigDecimal limit,
        int ruleVersion,
        int modelVersion,
        @Nullable LocalDate ended,
        @Nullable String endCause) {

    /** The probability of being alive was below the rule's limit. */
    public static final String BELOW_LIMIT = "p-alive-below-limit";

    /** Without a model: nothing for three of the customer's own intervals. */
    public static final String SILENT = "silent-too-long";

    /** An order came, or became known. */
    public static final String ORDER = "order";

    /** Another model or rule took force, by which the customer had not left. */
    public static final String JUDGED_ANEW = "judged-anew";

    public boolean lasts() {
        return ended == null;
    }

    Lapse ended(LocalDate day, String why) {
        return new Lapse(began, pAlive, cause, lastOrder, limit, ruleVersion, modelVersion, day, why);
    }

    Lapse reopened() {
        return new Lapse(began, pAlive, cause, lastOrder, limit, ruleVersion, modelVersion, null, null);
    }
}
