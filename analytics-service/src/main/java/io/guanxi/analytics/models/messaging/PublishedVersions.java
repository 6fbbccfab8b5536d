package io.guanxi.analytics.models.messaging;

import io.guanxi.analytics.churn.domain.Platt;
import io.guanxi.analytics.churn.domain.RiskFormula;
import io.guanxi.analytics.churn.domain.RiskModel;
import io.guanxi.analytics.cluster.domain.Cluster;
import io.guanxi.analytics.cluster.domain.Clusters;
import io.guanxi.analytics.cluster.domain.Grouping;
import io.guanxi.analytics.cluster.domain.Scaling;
import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.lifetime.domain.LifetimeModel;
import io.guanxi.analytics.lifetime.domain.OrderFamily;
import io.guanxi.analytics.lifetime.domain.SpendModel;
import io.guanxi.analytics.models.domain.Conditions;
import io.guanxi.analytics.models.domain.Versions;
import io.guanxi.analytics.picture.domain.PyramidRule;
import io.guanxi.analytics.segment.domain.ConditionRow;
import io.guanxi.analytics.segment.domain.SegmentDefinition;
import io.guanxi.analytics.value.domain.Amounts;
import io.guanxi.contracts.EventTypes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads versions from the topic. Of each body only what customers are judged by; what else it may carry does not matter. */
public final class PublishedVersions {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Set<String> TYPES = Set.of(
            EventTypes.CRM_ANALYTICS_LIFETIME_MODEL_FITTED,
            EventTypes.CRM_ANALYTICS_RISK_MODEL_FITTED,
            EventTypes.CRM_ANALYTICS_CLUSTERS_FOUND,
            EventTypes.CRM_ANALYTICS_PYRAMID_RULE_PUBLISHED,
            EventTypes.CRM_ANALYTICS_SEGMENT_SWITCHED,
            EventTypes.CRM_ANALYTICS_SEGMENT_RETIRED);

    private PublishedVersions() {}

    /** Whether records of this type are versions of models, rules or segments. */
    public static boolean carries(@Nullable String type) {
        return type != null && TYPES.contains(type);
    }

    /**
     * The versions with one more.
     *
     * @param type one that {@linkplain #carries carries} a version
     * @throws RuntimeException if the body cannot be read
     */
    public static Versions add(Versions versions, String type, byte[] body) {
        return switch (type) {
            case EventTypes.CRM_ANALYTICS_LIFETIME_MODEL_FITTED ->
                versions.with(read(body, Lifetime.class).model());
            case EventTypes.CRM_ANALYTICS_RISK_MODEL_FITTED ->
                versions.with(read(body, Risk.class).model());
            case EventTypes.CRM_ANALYTICS_CLUSTERS_FOUND ->
                versions.with(read(body, Found.class).model());
            case EventTypes.CRM_ANALYTICS_PYRAMID_RULE_PUBLISHED -> {
                Pyramid pyramid = read(body, Pyramid.class);
                yield versions.with(pyramid.rule(), pyramid.rates() == null ? Map.of() : pyramid.rates());
            }
            case EventTypes.CRM_ANALYTICS_SEGMENT_SWITCHED ->
                versions.with(read(body, Switched.class).definition());
            case EventTypes.CRM_ANALYTICS_SEGMENT_RETIRED -> {
                Retired retired = read(body, Retired.class);
                yield versions.withoutSegment(retired.name(), retired.version(), retired.effectiveFrom());
            }
            default -> throw new IllegalArgumentException("type: " + type + " (expected: a version's)");
        };
    }

    private static <T> T read(byte[] body, Class<T> type) {
        return JSON.readValue(body, type);
    }

    private record Lifetime(
            int version,
            LocalDate effectiveFrom,
            String family,
            Map<String, Double> parameters,
            double annualDiscount,
            @Nullable Spend spend) {

        LifetimeModel model() {
            return new LifetimeModel(
                    version,
                    effectiveFrom,
                    OrderFamily.of(family).orElseThrow().model(parameters),
                    spend == null ? null : spend.model(),
                    spend == null ? null : spend.currency(),
                    annualDiscount);
        }
    }

    private record Spend(Map<String, Double> parameters, String currency) {

        SpendModel model() {
            return new SpendModel(number(parameters, "p"), number(parameters, "q"), number(parameters, "gamma"));
        }
    }

    private record Risk(
            int version,
            LocalDate effectiveFrom,
            int horizonDays,
            String currency,
            @Nullable Map<String, BigDecimal> rates,
            List<Feature> features,
            double intercept,
            @Nullable Calibration calibration) {

        RiskModel model() {
            return new RiskModel(
                    version,
                    effectiveFrom,
                    new RiskFormula(
                            horizonDays,
                            new Conversion(currency, rates == null ? Map.of() : rates),
                            features.stream()
                                    .map(feature -> new RiskFormula.Term(
                                            feature.name(), feature.mean(), feature.scale(), number(feature)))
                                    .toList(),
                            intercept,
                            calibration == null ? Platt.NONE : calibration.platt()));
        }

        private static double number(Feature feature) {
            return Objects.requireNonNull(feature.coefficient(), "coefficient");
        }
    }

    private record Feature(
            String name,
            double mean,
            double scale,
            @Nullable Double coefficient) {}

    private record Calibration(String method, Map<String, Double> parameters) {

        Platt platt() {
            if (!method.equals("platt")) {
                throw new IllegalArgumentException("calibration: " + method + " (expected: platt)");
            }
            return new Platt(number(parameters, "slope"), number(parameters, "shift"));
        }
    }

    private record Found(
            int version, LocalDate effectiveFrom, String currency, List<Feature> features, List<Group> clusters) {

        Clusters model() {
            if (!features.stream().map(Feature::name).toList().equals(ModelBodies.CLUSTER_FEATURES)) {
                throw new IllegalArgumentException("features (expected: " + ModelBodies.CLUSTER_FEATURES + ")");
            }
            Scaling scaling = new Scaling(
                    features.stream().map(Feature::mean).toList(),
                    features.stream().map(Feature::scale).toList());
            return new Clusters(
                    version,
                    effectiveFrom,
                    currency,
                    new Grouping(scaling, clusters.stream().map(Group::cluster).toList()));
        }
    }

    private record Group(
            int number,
            @Nullable String nameEn,
            @Nullable String nameZh,
            long size,
            List<Double> centre,
            @Nullable Map<String, Double> means) {

        Cluster cluster() {
            return new Cluster(
                    number,
                    Objects.requireNonNullElse(nameEn, ""),
                    Objects.requireNonNullElse(nameZh, ""),
                    centre,
                    mean("recency"),
                    mean("frequency"),
                    mean("monetary"),
                    size,
                    mean("meanMonetary"));
        }

        private double mean(String name) {
            return means == null ? 0 : means.getOrDefault(name, 0.0);
        }
    }

    private record Pyramid(
            int version,
            LocalDate effectiveFrom,
            String currency,
            @Nullable Map<String, BigDecimal> rates,
            BigDecimal valueAtLeast,
            BigDecimal potentialAtLeast,
            BigDecimal hysteresis,
            int windowDays,
            int horizonDays,
            BigDecimal referralWorth,
            BigDecimal lapseBelow,
            String basis) {

        PyramidRule rule() {
            return new PyramidRule(
                    version,
                    effectiveFrom,
                    currency,
                    Amounts.exact(valueAtLeast),
                    Amounts.exact(potentialAtLeast),
                    hysteresis,
                    windowDays,
                    horizonDays,
                    Amounts.exact(referralWorth),
                    lapseBelow,
                    basis);
        }
    }

    private record Switched(String name, int version, LocalDate effectiveFrom, List<ConditionRow> condition) {

        SegmentDefinition definition() {
            return new SegmentDefinition(name, version, effectiveFrom, Conditions.read(condition));
        }
    }

    private record Retired(String name, int version, LocalDate effectiveFrom) {}

    private static double number(Map<String, Double> numbers, String name) {
        return Objects.requireNonNull(numbers.get(name), name);
    }
}
