package io.guanxi.loyalty.measure.web;

import io.guanxi.loyalty.measure.domain.Classification;
import io.guanxi.loyalty.measure.domain.CustomerMeasures;
import io.guanxi.loyalty.measure.domain.Judgement;
import io.guanxi.loyalty.measure.domain.Judgement.Criterion;
import io.guanxi.loyalty.measure.explain.ExplainingLoyalty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How loyal a customer is, by what, and what would change that. Sentences are in each language, by tag.
 *
 * @param ruleVersion the version of the thresholds
 * @param tenantMeasuredAt when the tenant's median was computed that the customer is held against
 */
record LoyaltyResponse(
        String customerId,
        Instant judgedAt,
        int ruleVersion,
        Measures measures,
        Kind loyalty,
        List<Type> types,
        Map<String, Map<String, String>> notKnown,
        Instant tenantMeasuredAt) {

    /**
     * @param ordersEver all paid orders that were not cancelled
     * @param orders those of the last 365 days; the counts after it are of these. At most the latest 60 of all are looked at
     * @param intervalDays the median of the days between two orders; absent with fewer than two
     * @param intervalVariation standard deviation of these days by their mean; absent with fewer than three orders
     */
    record Measures(
            long ordersEver,
            int orders,
            int withPoints,
            int withVoucher,
            int inCampaign,
            @Nullable String shareWithPoints,
            int channels,
            @Nullable String intervalDays,
            @Nullable String intervalVariation) {

        static Measures of(CustomerMeasures measures) {
            return new Measures(
                    measures.ordersEver(),
                    measures.orders(),
                    measures.withPoints(),
                    measures.withVoucher(),
                    measures.inCampaign(),
                    rounded(measures.share(measures.withPoints())),
                    measures.channels(),
                    MeasuresResponse.plain(measures.intervalDays()),
                    rounded(measures.intervalVariation()));
        }

        private static @Nullable String rounded(@Nullable BigDecimal value) {
            return value == null
                    ? null
                    : value.setScale(2, RoundingMode.HALF_UP).toPlainString();
        }
    }

    /**
     * @param possible {@code true}, {@code latent}, {@code spurious}, {@code none}: all that agree with what is known
     * @param behaviour {@code high}, {@code low} or {@code too-early}
     * @param attitude {@code high}, {@code low} or {@code unknown}
     * @param orders in the last 365 days, of the latest 60 of all; {@code why} says "at least" if there may be more
     * @param asked how many make the behaviour high
     * @param byMedian whether that is the tenant's median
     * @param change what would make it another class
     */
    record Kind(
            List<String> possible,
            String behaviour,
            String attitude,
            @Nullable Integer satisfaction,
            int orders,
            int asked,
            boolean byMedian,
            int missingOrders,
            @Nullable Instant highUntil,
            @Nullable Instant judgedFrom,
            Map<String, String> why,
            Map<String, String> change) {

        static Kind of(Classification c, ZoneId zone) {
            return new Kind(
                    c.possible().stream().map(Codes::of).toList(),
                    Codes.of(c.behaviour()),
                    Codes.of(c.attitude()),
                    c.satisfaction(),
                    c.orders(),
                    c.asked(),
                    c.byMedian(),
                    c.missing(),
                    c.highUntil(),
                    c.judgedFrom(),
                    ExplainingLoyalty.why(c),
                    ExplainingLoyalty.change(c, zone));
        }
    }

    /** @param verdict {@code yes}, {@code no}, {@code too-little-data} or {@code cannot-be-seen} */
    record Type(String type, String verdict, List<Criteria> criteria, List<String> notSeen, Map<String, String> why) {

        static Type of(Judgement judgement) {
            return new Type(
                    Codes.of(judgement.type()),
                    Codes.of(judgement.verdict()),
                    judgement.criteria().stream().map(Criteria::of).toList(),
                    judgement.notSeen().stream().map(Codes::of).toList(),
                    ExplainingLoyalty.why(judgement));
        }
    }

    /** @param comparison {@code at-least} or {@code at-most} */
    record Criteria(String measure, @Nullable String value, String comparison, String bound, boolean met) {

        static Criteria of(Criterion criterion) {
            return new Criteria(
                    Codes.of(criterion.measure()),
                    MeasuresResponse.plain(criterion.shown()),
                    Codes.of(criterion.comparison()),
                    criterion.bound().toPlainString(),
                    criterion.met());
        }
    }
}
