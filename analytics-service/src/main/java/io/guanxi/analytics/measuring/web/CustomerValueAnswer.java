package io.guanxi.analytics.measuring.web;

import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.history.domain.Purchases;
import io.guanxi.analytics.measuring.stream.CustomerValue;
import io.guanxi.analytics.picture.domain.CustomerPicture;
import io.guanxi.analytics.picture.domain.InForce;
import io.guanxi.analytics.picture.domain.Rfm;
import io.guanxi.analytics.picture.explain.PictureExplanation;
import io.guanxi.analytics.value.domain.Amounts;
import io.guanxi.analytics.value.domain.Boundaries;
import io.guanxi.analytics.value.domain.CustomerFacts;
import io.guanxi.analytics.value.domain.Measures;
import io.guanxi.analytics.value.domain.Scores;
import io.guanxi.analytics.value.domain.Sums;
import io.guanxi.analytics.value.domain.SumsByCurrency;
import io.guanxi.analytics.value.explain.ExplainingScores;
import io.guanxi.analytics.value.explain.ScoreExplanation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer as known at the end of a day.
 *
 * @param asOf the day (UTC) that was asked for; else that of the tenant's latest event
 * @param units sold and not returned
 * @param revenue before refunds, decimals by currency
 * @param firstOrderAt absent if a day was asked for, as are the two other moments
 * @param scores absent if no order counts or nothing was measured yet
 * @param picture what follows from the purchases
 * @param why it does
 */
record CustomerValueAnswer(
        String customerId,
        LocalDate asOf,
        long orders,
        long units,
        long returnedUnits,
        Map<String, String> revenue,
        Map<String, String> refunded,
        Map<String, String> netRevenue,
        @Nullable Instant firstOrderAt,
        @Nullable Instant lastOrderAt,
        @Nullable Instant updatedAt,
        PictureAnswer picture,
        PictureExplanation why,
        @Nullable Scored scores) {

    /** Scores and why they are so. */
    record Scored(
            int recency, int frequency, int monetary, int boundariesVersion, List<ScoreExplanation> explanation) {}

    /** At present. */
    static CustomerValueAnswer of(String customerId, CustomerValue value) {
        CustomerFacts facts = value.facts();
        return answer(
                customerId,
                value,
                value.present(),
                facts.orders(),
                facts.units(),
                facts.returnedUnits(),
                facts.sums(),
                facts);
    }

    static CustomerValueAnswer asOf(String customerId, CustomerValue value, LocalDate day) {
        Purchases then = value.purchases(day);
        return answer(
                customerId,
                value,
                day,
                then.orders(),
                then.days().stream().mapToLong(Purchases.Day::units).sum(),
                then.days().stream().mapToLong(Purchases.Day::returnedUnits).sum(),
                then.sums(),
                null);
    }

    private static CustomerValueAnswer answer(
            String customerId,
            CustomerValue value,
            LocalDate day,
            long orders,
            long units,
            long returnedUnits,
            SumsByCurrency sums,
            @Nullable CustomerFacts present) {
        CustomerPicture picture = value.picture(day);
        InForce inForce = value.inForce(day);
        return new CustomerValueAnswer(
                customerId,
                day,
                orders,
                units,
                returnedUnits,
                AmountsByCurrency.of(sums, Sums::revenue),
                AmountsByCurrency.of(sums, Sums::refunded),
                AmountsByCurrency.of(sums, Sums::net),
                present == null ? null : present.firstOrderAt(),
                present == null ? null : present.lastOrderAt(),
                present == null ? null : present.updatedAt(),
                PictureAnswer.of(picture, value.standing(day), inForce),
                value.explanation(day),
                scored(picture, inForce, sums));
    }

    private static @Nullable Scored scored(CustomerPicture picture, InForce inForce, SumsByCurrency sums) {
        Scores scores = picture.scores();
        Boundaries boundaries = inForce.boundaries();
        Rfm rfm = picture.rfm();
        if (scores == null || boundaries == null || rfm == null) {
            return null;
        }
        Measures measures = new Measures(
                ChronoUnit.DAYS.between(rfm.last(), boundaries.measuredAt()),
                rfm.frequency(),
                monetary(inForce.comparison(), boundaries.currency(), sums));
        return new Scored(
                scores.recency(),
                scores.frequency(),
                scores.monetary(),
                scores.boundariesVersion(),
                ExplainingScores.of(measures, boundaries, scores));
    }

    private static BigDecimal monetary(
            @Nullable Conversion comparison, @Nullable String currency, SumsByCurrency sums) {
        if (currency == null) {
            return Amounts.ZERO;
        }
        return comparison != null && comparison.currency().equals(currency) ? comparison.net(sums) : sums.net(currency);
    }
}
