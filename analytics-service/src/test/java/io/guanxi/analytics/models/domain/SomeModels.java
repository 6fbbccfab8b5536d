package io.guanxi.analytics.models.domain;

import io.guanxi.analytics.churn.domain.Platt;
import io.guanxi.analytics.churn.domain.Quality;
import io.guanxi.analytics.churn.domain.RiskFit;
import io.guanxi.analytics.churn.domain.RiskFormula;
import io.guanxi.analytics.cluster.domain.Cluster;
import io.guanxi.analytics.cluster.domain.ClusterResult;
import io.guanxi.analytics.cluster.domain.Grouping;
import io.guanxi.analytics.cluster.domain.Scaling;
import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.segment.domain.Comparison;
import io.guanxi.analytics.segment.domain.Condition;
import io.guanxi.analytics.segment.domain.Measure;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Fits, rules and conditions with numbers that could be. */
public final class SomeModels {

    public static final LocalDate MARCH = LocalDate.parse("2026-03-01");
    public static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");

    private SomeModels() {}

    public static Cause cause(String command) {
        return new Cause(command, AT, "li", "as agreed");
    }

    public static LifetimeFit lifetime(LocalDate dataTo, double r) {
        return new LifetimeFit(MARCH.minusYears(1), dataTo, orders(r), null, 0.1, null);
    }

    public static FittedOrders orders(double r) {
        return new FittedOrders(
                "bg-nbd",
                Map.of("r", r, "alpha", 4.4136, "a", 0.7929, "b", 2.4259),
                Map.of("r", 0.0126, "alpha", 0.3782, "a", 0.1857, "b", 0.7054),
                -9582.4292,
                31,
                true,
                1.2e-7,
                2357,
                946,
                1204);
    }

    public static LifetimeFit withEverything() {
        return new LifetimeFit(
                MARCH.minusYears(1),
                MARCH,
                orders(0.2426),
                new FittedSpend(
                        "EUR",
                        Map.of("p", 6.25, "q", 3.74, "gamma", 15.44),
                        Map.of("p", 0.9, "q", 0.2, "gamma", 3.1),
                        -4058.1,
                        44,
                        true,
                        3.0e-8,
                        946),
                0.1,
                new HoldOut(
                        MARCH.minusMonths(5),
                        MARCH,
                        Map.of("actualOrders", 1788.0, "expectedOrders", 1812.4),
                        List.of(new HoldOut.Compared(0, 1411, 210, 201.4), new HoldOut.Compared(1, 439, 301, 322.25)),
                        List.of(new HoldOut.Compared(1, 2357, 66, 71.5))));
    }

    public static LearnedRisk risk(LocalDate heldOut, double intercept) {
        return new LearnedRisk(new RiskFit.Fitted(
                new RiskFormula(
                        90,
                        new Conversion("EUR", Map.of("USD", new BigDecimal("0.92"))),
                        List.of(
                                new RiskFormula.Term("days-since-last", 3.9, 1.2, 1.31),
                                new RiskFormula.Term("purchases", 1.1, 0.6, -0.62)),
                        intercept,
                        new Platt(1.02, -0.01)),
                heldOut.minusYears(1),
                heldOut.minusMonths(3),
                heldOut,
                12_030,
                6411,
                1,
                7,
                true,
                2.0e-11,
                0.431,
                true,
                quality(0.19),
                quality(0.171)));
    }

    private static Quality quality(double brier) {
        return new Quality(
                1100, 580, 0.52, 0.81, 0.51, brier, 0.018, List.of(new Quality.Bin(0.5, 0.6, 120, 0.55, 0.53)));
    }

    public static FoundClusters clusters(LocalDate dataTo, double middle) {
        return new FoundClusters(
                "EUR",
                dataTo,
                42,
                new ClusterResult.Found(
                        new Grouping(
                                new Scaling(List.of(3.9, 1.3, 4.5), List.of(1.2, 0.6, 0.9)),
                                List.of(
                                        new Cluster(
                                                1,
                                                "recent, frequent buyers",
                                                "近期活跃·高频",
                                                List.of(-0.8, 0.7, middle),
                                                12.5,
                                                7.2,
                                                310.5,
                                                1200,
                                                355.1),
                                        new Cluster(
                                                2,
                                                "long silent",
                                                "长期沉默",
                                                List.of(0.9, -0.7, -0.4),
                                                180.2,
                                                1.4,
                                                40.25,
                                                1157,
                                                52.0))),
                        List.of(new ClusterResult.Tried(2, 0.47, 1.31, 0.49)),
                        2357,
                        1,
                        1.31,
                        9,
                        true));
    }

    public static PyramidTerms pyramid(String valueAtLeast) {
        return pyramid(valueAtLeast, null);
    }

    public static PyramidTerms pyramid(String valueAtLeast, @Nullable Measured measured) {
        return new PyramidTerms(
                "EUR",
                Map.of("USD", new BigDecimal("0.92")),
                new BigDecimal(valueAtLeast),
                new BigDecimal("120.00"),
                new BigDecimal("0.1"),
                365,
                365,
                new BigDecimal("15.00"),
                new BigDecimal("0.2"),
                measured);
    }

    public static Measured measured(LocalDate day) {
        return new Measured(day, 2357, new BigDecimal("0.2"), new BigDecimal("0.25"), 2);
    }

    public static Condition spentAtLeast(String amount) {
        return new Condition.Compare(Measure.NET_REVENUE, Comparison.AT_LEAST, new BigDecimal(amount));
    }

    public static Condition ofEveryKind() {
        return new Condition.All(List.of(
                new Condition.Any(List.of(
                        spentAtLeast("200.5"),
                        new Condition.OneOf(Measure.GRADE, new TreeSet<>(List.of("platinum", "gold"))))),
                new Condition.Not(new Condition.Compare(Measure.RECENCY, Comparison.LESS_THAN, BigDecimal.TEN))));
    }
}
