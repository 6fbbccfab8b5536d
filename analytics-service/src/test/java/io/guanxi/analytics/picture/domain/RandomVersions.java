package io.guanxi.analytics.picture.domain;

import io.guanxi.analytics.churn.domain.Platt;
import io.guanxi.analytics.churn.domain.RiskFormula;
import io.guanxi.analytics.churn.domain.RiskModel;
import io.guanxi.analytics.cluster.domain.Cluster;
import io.guanxi.analytics.cluster.domain.Clusters;
import io.guanxi.analytics.cluster.domain.Grouping;
import io.guanxi.analytics.cluster.domain.Scaling;
import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.lifetime.domain.BgNbd;
import io.guanxi.analytics.lifetime.domain.LifetimeModel;
import io.guanxi.analytics.lifetime.domain.MbgNbd;
import io.guanxi.analytics.lifetime.domain.OrderModel;
import io.guanxi.analytics.lifetime.domain.ParetoNbd;
import io.guanxi.analytics.lifetime.domain.SpendModel;
import io.guanxi.analytics.segment.domain.Comparison;
import io.guanxi.analytics.segment.domain.Condition;
import io.guanxi.analytics.segment.domain.Condition.All;
import io.guanxi.analytics.segment.domain.Condition.Any;
import io.guanxi.analytics.segment.domain.Condition.Compare;
import io.guanxi.analytics.segment.domain.Condition.Not;
import io.guanxi.analytics.segment.domain.Condition.OneOf;
import io.guanxi.analytics.segment.domain.Measure;
import io.guanxi.analytics.segment.domain.SegmentDefinition;
import io.guanxi.analytics.value.domain.Boundaries;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Models, rules, boundaries and segments of every kind, made from a seed. */
final class RandomVersions {

    private static final Conversion CONVERSION = new Conversion("CNY", Map.of("EUR", new BigDecimal("7.8123")));

    private static final List<String> SEGMENTS = List.of("one", "two", "three");

    private final RandomGenerator random;
    private int recorded;

    RandomVersions(long seed) {
        random = RandomGeneratorFactory.getDefault().create(seed);
    }

    RecordedVersions none() {
        return new RecordedVersions(
                switch (random.nextInt(3)) {
                    case 0 -> null;
                    case 1 -> Conversion.only("CNY");
                    default -> CONVERSION;
                },
                List.of());
    }

    /** One more, with effect from a day. */
    RecordedVersions more(RecordedVersions versions, LocalDate from) {
        return versions.with(from, something(from));
    }

    private Object something(LocalDate from) {
        recorded++;
        return switch (random.nextInt(9)) {
            case 0, 1 -> rule(from);
            case 2, 3 -> lifetime(from);
            case 4 -> risk(from);
            case 5 -> clusters(from);
            case 6 -> boundaries(from);
            case 7 ->
                random.nextInt(4) == 0
                        ? new RecordedVersions.Retired(segment())
                        : new SegmentDefinition(segment(), recorded, from, condition(3));
            default -> new SegmentDefinition(segment(), recorded, from, condition(3));
        };
    }

    private PyramidRule rule(LocalDate from) {
        return new PyramidRule(
                recorded,
                from,
                random.nextInt(10) == 0 ? "EUR" : "CNY",
                BigDecimal.valueOf(1 + random.nextInt(1500)),
                BigDecimal.valueOf(1 + random.nextInt(900)),
                BigDecimal.valueOf(random.nextInt(4), 1),
                30 + random.nextInt(400),
                30 + random.nextInt(400),
                BigDecimal.valueOf(random.nextInt(3) * 100),
                BigDecimal.valueOf(5 + random.nextInt(60), 2),
                "fixed");
    }

    private LifetimeModel lifetime(LocalDate from) {
        double discount = 0.1 * random.nextInt(3);
        return random.nextInt(6) == 0
                ? new LifetimeModel(recorded, from, orders(), null, null, discount)
                : new LifetimeModel(
                        recorded,
                        from,
                        orders(),
                        new SpendModel(6.25, 3.74, 150 * random.nextDouble() + 5),
                        random.nextInt(10) == 0 ? "EUR" : "CNY",
                        discount);
    }

    private OrderModel orders() {
        double r = 0.1 + 2 * random.nextDouble();
        double alpha = 1 + 20 * random.nextDouble();
        double a = 0.2 + 2 * random.nextDouble();
        double b = 0.5 + 4 * random.nextDouble();
        return switch (random.nextInt(3)) {
            case 0 -> new BgNbd(r, alpha, a, b);
            case 1 -> new MbgNbd(r, alpha, a, b);
            default -> new ParetoNbd(r, alpha, a, b + 3 * random.nextInt(4));
        };
    }

    private RiskModel risk(LocalDate from) {
        return new RiskModel(
                recorded,
                from,
                new RiskFormula(
                        90,
                        random.nextBoolean() ? CONVERSION : Conversion.only("CNY"),
                        List.of(
                                new RiskFormula.Term("days-since-last", 3, 1, 1.5 * random.nextDouble()),
                                new RiskFormula.Term("purchases-of-90-days", 1, 1, -random.nextDouble()),
                                new RiskFormula.Term("mean-spend", 5, 1, -0.2)),
                        random.nextDouble() - 0.5,
                        Platt.NONE));
    }

    private Clusters clusters(LocalDate from) {
        return new Clusters(
                recorded,
                from,
                "CNY",
                new Grouping(
                        new Scaling(List.of(3.0, 1.0, 6.0), List.of(1.0, 1.0, 1.0)),
                        List.of(
                                new Cluster(1, "one", "一", List.of(-1.0, 1.0, 1.0), 1, 1, 1, 1, 1),
                                new Cluster(2, "two", "二", List.of(1.0, -1.0, -1.0), 1, 1, 1, 1, 1))));
    }

    private Boundaries boundaries(LocalDate from) {
        return new Boundaries(
                from,
                100,
                random.nextInt(8) == 0 ? null : "CNY",
                List.of(300L, 120L, 60L, 20L),
                List.of(1L, 2L, 4L, 7L),
                List.of(
                        BigDecimal.valueOf(50),
                        BigDecimal.valueOf(300),
                        BigDecimal.valueOf(700),
                        BigDecimal.valueOf(1500)));
    }

    private String segment() {
        return SEGMENTS.get(random.nextInt(SEGMENTS.size()));
    }

    Condition condition(int depth) {
        return switch (depth == 0 ? 3 + random.nextInt(3) : random.nextInt(6)) {
            case 0 -> new All(List.of(condition(depth - 1), condition(depth - 1)));
            case 1 -> new Any(List.of(condition(depth - 1), condition(depth - 1)));
            case 2 -> new Not(condition(depth - 1));
            case 3 -> words();
            default -> compared();
        };
    }

    private Condition words() {
        return switch (random.nextInt(8)) {
            case 0 -> oneOf(Measure.GROUP, "champions", "lost", "win-back");
            case 1 -> oneOf(Measure.GRADE, "platinum", "iron");
            case 2 -> oneOf(Measure.RISK_BAND, "high");
            case 3 -> oneOf(Measure.LAPSED, "yes");
            case 4 -> oneOf(Measure.CLUSTER, "2");
            case 5 -> oneOf(Measure.TIER, "silver", "gold");
            case 6 -> oneOf(Measure.STAGE, "active");
            default -> oneOf(Measure.COHORT_MONTH, "2019-03", "2019-05");
        };
    }

    private static OneOf oneOf(Measure measure, String... values) {
        return new OneOf(measure, new TreeSet<>(List.of(values)));
    }

    private Condition compared() {
        List<Measure> numbers = List.of(Measure.values()).stream()
                .filter(measure -> measure.kind() == Measure.Kind.NUMBER)
                .toList();
        Measure measure = numbers.get(random.nextInt(numbers.size()));
        BigDecimal than = switch (measure) {
            case RECENCY, AGE -> BigDecimal.valueOf(random.nextInt(400));
            case NET_REVENUE, AVERAGE_ORDER, CURRENT_VALUE, POTENTIAL, EXPECTED_VALUE ->
                BigDecimal.valueOf(random.nextInt(900));
            case RETURNED_SHARE, P_ALIVE, RISK -> BigDecimal.valueOf(random.nextInt(100), 2);
            default -> BigDecimal.valueOf(random.nextInt(8));
        };
        Comparison[] comparisons = Comparison.values();
        return new Compare(measure, comparisons[random.nextInt(comparisons.length)], than);
    }
}
