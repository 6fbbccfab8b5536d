package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.cluster.domain.Clusters;
import io.guanxi.analytics.picture.domain.CustomerPicture;
import io.guanxi.analytics.picture.domain.InForce;
import io.guanxi.analytics.value.domain.Amounts;
import io.guanxi.analytics.value.domain.CustomerFacts;
import io.guanxi.analytics.value.domain.Scores;
import io.guanxi.analytics.value.domain.Sums;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The body of a customer's published state. */
record ValueBody(
        String customerId,
        long orders,
        long units,
        Map<String, BigDecimal> revenue,
        Map<String, BigDecimal> refunded,
        @Nullable Instant firstOrderAt,
        @Nullable Instant lastOrderAt,
        @Nullable Scores scores,
        @Nullable LocalDate asOf,
        @Nullable String group,
        @Nullable String grade,
        @Nullable Risk risk,
        @Nullable Lifetime lifetime,
        @Nullable Cluster cluster,
        @Nullable Lapse lapse,
        @Nullable List<String> segments,
        Instant updatedAt) {

    record Risk(
            String band,
            double probability,
            String basis,
            @Nullable Integer horizonDays,
            @Nullable Integer modelVersion) {}

    record Lifetime(
            double pAlive,
            double expectedOrders,
            @Nullable BigDecimal expectedValue,
            @Nullable BigDecimal referralValue,
            @Nullable String currency,
            int horizonDays,
            int modelVersion) {}

    record Cluster(int number, int modelVersion) {}

    record Lapse(LocalDate began, @Nullable Double pAlive) {}

    static ValueBody of(String customerId, CustomerEntry entry, CustomerPicture picture, InForce inForce) {
        CustomerFacts facts = entry.facts();
        return new ValueBody(
                customerId,
                facts.orders(),
                facts.units(),
                amounts(facts, Sums::revenue),
                amounts(facts, Sums::refunded),
                facts.firstOrderAt(),
                facts.lastOrderAt(),
                picture.scores(),
                picture.day(),
                picture.group() == null ? null : picture.group().code(),
                picture.grade() == null ? null : picture.grade().code(),
                risk(picture.risk()),
                lifetime(picture),
                cluster(picture.cluster(), inForce.clusters()),
                lapse(picture.lapse()),
                picture.segments().isEmpty() ? null : List.copyOf(picture.segments()),
                facts.updatedAt());
    }

    private static @Nullable Risk risk(io.guanxi.analytics.picture.domain.@Nullable Risk risk) {
        return risk == null
                ? null
                : new Risk(
                        risk.band().code(),
                        risk.probability(),
                        risk.basis(),
                        risk.horizonDays(),
                        version(risk.modelVersion()));
    }

    private static @Nullable Lifetime lifetime(CustomerPicture picture) {
        var lifetime = picture.lifetime();
        if (lifetime == null) {
            return null;
        }
        BigDecimal expected = lifetime.discountedValue();
        return new Lifetime(
                lifetime.pAlive(),
                lifetime.expectedOrders(),
                expected == null ? null : sum(expected),
                picture.worth() == null ? null : sum(picture.worth().referralValue()),
                picture.currency(),
                lifetime.horizonDays(),
                lifetime.modelVersion());
    }

    private static @Nullable Cluster cluster(@Nullable Integer number, @Nullable Clusters clusters) {
        return number == null || clusters == null ? null : new Cluster(number, clusters.version());
    }

    private static @Nullable Lapse lapse(io.guanxi.analytics.picture.domain.@Nullable Lapse lapse) {
        if (lapse == null) {
            return null;
        }
        BigDecimal alive = lapse.pAlive();
        return new Lapse(lapse.began(), alive == null ? null : alive.doubleValue());
    }

    /** As the contract has sums: never negative. */
    static BigDecimal sum(BigDecimal amount) {
        return Amounts.shown(amount.max(BigDecimal.ZERO));
    }

    /** Null for the zero that stands for none. */
    static @Nullable Integer version(int version) {
        return version == 0 ? null : version;
    }

    private static Map<String, BigDecimal> amounts(CustomerFacts facts, Function<Sums, BigDecimal> which) {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        facts.sums().sums().forEach((currency, sums) -> amounts.put(currency, Amounts.shown(which.apply(sums))));
        return amounts;
    }
}
