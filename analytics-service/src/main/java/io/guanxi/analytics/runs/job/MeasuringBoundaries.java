package io.guanxi.analytics.runs.job;

import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.history.domain.Purchases;
import io.guanxi.analytics.picture.domain.InForce;
import io.guanxi.analytics.population.Population;
import io.guanxi.analytics.runs.domain.RunKind;
import io.guanxi.analytics.value.domain.Amounts;
import io.guanxi.analytics.value.domain.Boundaries;
import io.guanxi.analytics.value.domain.Quintiles;
import io.guanxi.analytics.value.domain.Quintiles.Counted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Measures the boundaries in force anew from every customer's history, without buckets, as of the day on which they were
 * measured, and says where they differ.
 */
final class MeasuringBoundaries implements Analysis {

    private final Population population;
    private final ModelDesk models;

    MeasuringBoundaries(Population population, ModelDesk models) {
        this.population = population;
        this.models = models;
    }

    /**
     * A cut point. Its values are decimals, written as texts.
     *
     * @param cut 1 for the worst of four
     * @param difference in force less exact
     * @param relative the difference by the exact value; 0 if that is zero
     */
    record Difference(String measure, int cut, String inForce, String exact, String difference, double relative) {

        boolean isThere() {
            return !inForce.equals(exact);
        }
    }

    /** Four cut points a measure, ascending. */
    record Cuts(List<Long> recency, List<Long> frequency, List<String> monetary) {

        static Cuts of(Boundaries boundaries) {
            return new Cuts(
                    boundaries.recency(),
                    boundaries.frequency(),
                    boundaries.monetary().stream()
                            .map(cut -> Amounts.shown(cut).toPlainString())
                            .toList());
        }
    }

    /**
     * @param version of the boundaries in force
     * @param populationInForce customers that they were measured of
     * @param currency of the monetary cut points; null if nothing was sold yet
     * @param differences of all twelve cut points, those that are equal as well
     */
    record Result(
            LocalDate day,
            int version,
            long population,
            long populationInForce,
            @Nullable String currency,
            Cuts exact,
            List<Difference> differences) {}

    @Override
    public RunKind kind() {
        return RunKind.EXACT_BOUNDARIES;
    }

    @Override
    public int stages() {
        return 1;
    }

    @Override
    public Stage stage(Turn turn) {
        InForce inForce = models.versions(turn.tenant()).on(turn.asOf());
        Boundaries present = inForce.boundaries();
        if (present == null) {
            return new Stage.Refused("boundaries-not-measured", "By that day no boundaries were in force.");
        }
        Counts counts = new Counts(conversion(inForce, present), present.measuredAt());
        population.scan(
                turn.tenant(), member -> counts.add(member.history().purchases().asOf(present.measuredAt())));
        if (counts.population == 0) {
            return new Stage.Refused("no-customers", "By that day nobody had bought anything.");
        }
        Boundaries exact = counts.boundaries(present);
        List<Difference> differences = differences(present, exact);
        turn.keeping()
                .result(new Result(
                        present.measuredAt(),
                        inForce.boundariesVersion(),
                        exact.population(),
                        present.population(),
                        exact.currency(),
                        Cuts.of(exact),
                        differences));
        return new Summary()
                .with("version", inForce.boundariesVersion())
                .with("population", exact.population())
                .with(
                        "differing",
                        differences.stream().filter(Difference::isThere).count())
                .with(
                        "largestRelativeDifference",
                        differences.stream()
                                .mapToDouble(one -> Math.abs(one.relative()))
                                .max()
                                .orElse(0))
                .finished();
    }

    private static Conversion conversion(InForce inForce, Boundaries present) {
        Conversion comparison = inForce.comparison();
        String currency = present.currency();
        if (comparison != null && (currency == null || comparison.currency().equals(currency))) {
            return comparison;
        }
        return Conversion.only(currency == null ? "XXX" : currency);
    }

    private static List<Difference> differences(Boundaries present, Boundaries exact) {
        List<Difference> all = new ArrayList<>();
        for (int cut = 0; cut < Quintiles.CUT_POINTS; cut++) {
            all.add(difference(
                    "recency",
                    cut,
                    whole(present.recency().get(cut)),
                    whole(exact.recency().get(cut)),
                    BigDecimal::toPlainString));
            all.add(difference(
                    "frequency",
                    cut,
                    whole(present.frequency().get(cut)),
                    whole(exact.frequency().get(cut)),
                    BigDecimal::toPlainString));
            all.add(difference(
                    "monetary",
                    cut,
                    present.monetary().get(cut),
                    exact.monetary().get(cut),
                    amount -> Amounts.shown(amount).toPlainString()));
        }
        all.sort(Comparator.comparing(Difference::measure).thenComparing(Difference::cut));
        return all;
    }

    private static BigDecimal whole(long number) {
        return BigDecimal.valueOf(number);
    }

    private static Difference difference(
            String measure, int cut, BigDecimal inForce, BigDecimal exact, Function<BigDecimal, String> text) {
        BigDecimal difference = inForce.subtract(exact);
        double relative = exact.signum() == 0 ? 0 : difference.doubleValue() / Math.abs(exact.doubleValue());
        return new Difference(
                measure, cut + 1, text.apply(inForce), text.apply(exact), text.apply(difference), relative);
    }

    /** How many customers have which value. */
    private static final class Counts {

        private final Conversion conversion;
        private final LocalDate day;
        private final TreeMap<Long, Long> recency = new TreeMap<>();
        private final TreeMap<Long, Long> frequency = new TreeMap<>(Comparator.reverseOrder());
        private final TreeMap<BigDecimal, Long> monetary = new TreeMap<>(Comparator.reverseOrder());
        private long population;

        Counts(Conversion conversion, LocalDate day) {
            this.conversion = conversion;
            this.day = day;
        }

        void add(Purchases purchases) {
            if (!purchases.isEmpty()) {
                population++;
                recency.merge(ChronoUnit.DAYS.between(purchases.last(), day), 1L, Long::sum);
                frequency.merge(purchases.orders(), 1L, Long::sum);
                monetary.merge(conversion.net(purchases.sums()), 1L, Long::sum);
            }
        }

        Boundaries boundaries(Boundaries present) {
            return new Boundaries(day, population, present.currency(), cuts(recency), cuts(frequency), cuts(monetary));
        }

        private <T> List<T> cuts(TreeMap<T, Long> bestFirst) {
            return Quintiles.cutPoints(
                    population,
                    bestFirst.entrySet().stream()
                            .map(value -> new Counted<>(value.getKey(), value.getValue()))
                            .iterator(),
                    bestFirst::lastKey);
        }
    }
}
