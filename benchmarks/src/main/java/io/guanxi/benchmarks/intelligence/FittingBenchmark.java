package io.guanxi.benchmarks.intelligence;

import io.guanxi.analytics.lifetime.domain.BgNbd;
import io.guanxi.analytics.lifetime.domain.Calibration;
import io.guanxi.analytics.lifetime.domain.FitResult;
import io.guanxi.analytics.lifetime.domain.FitResult.Fitted;
import io.guanxi.analytics.lifetime.domain.Fitting;
import io.guanxi.analytics.lifetime.domain.Observation;
import io.guanxi.analytics.lifetime.domain.OrderFamily;
import io.guanxi.analytics.lifetime.domain.OrderModel;
import io.guanxi.analytics.lifetime.domain.SpendModel;
import io.guanxi.analytics.lifetime.simulation.SimulatedCohort;
import io.guanxi.benchmarks.report.Goal;
import io.guanxi.benchmarks.report.Report;
import io.guanxi.benchmarks.report.Spread;
import io.guanxi.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How long BG/NBD takes to fit and a population to score, beside vectorised scipy on the same customers. */
final class FittingBenchmark {

    private static final int ROUNDS = 5;
    private static final double HORIZON_WEEKS = 52;
    private static final double FIT_GOAL_SECONDS = 5;

    /** Near what the literature finds for CDNOW, so that the simulated customers are like real ones. */
    private static final SimulatedCohort LIKE_CDNOW = new SimulatedCohort(
            20_050_301, new BgNbd(0.243, 4.414, 0.793, 2.426), new SpendModel(6.25, 3.74, 15.44), 39 * 7, 12 * 7);

    private final Report report;

    FittingBenchmark(Report report) {
        this.report = report;
    }

    /** @param cdnow the published sample; null to leave it out */
    void run(@Nullable Path cdnow, Scale scale) throws IOException, InterruptedException {
        Table table = new Table(
                "BG/NBD fitted and customers scored",
                "%d processors, JDK %s; scipy has an entry for each customer and analytic gradients, in one process."
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                Runtime.version().feature()),
                "customers");
        warmUp();
        if (cdnow == null) {
            table.note("The CDNOW sample was not there and is left out.");
        } else {
            compare(table, "CDNOW sample", CdnowSample.observations(cdnow));
        }
        double fit = compare(table, name(scale.simulated()), simulated(scale.simulated()));
        table.note("Counting is the way from customers to cells of equal ones, and is part of the fit that the goal is"
                + " about. Scoring is P(alive) and the orders expected in 52 weeks, of each customer alone, on one"
                + " processor. The sums say that both compute the same.");
        report.add(table);
        report.add(Goal.atMost(
                "fit of %s, counting included".formatted(name(scale.simulated())), fit, FIT_GOAL_SECONDS, "s"));
    }

    private static String name(int simulated) {
        return String.format(Locale.ROOT, "%,d simulated", simulated);
    }

    private static List<Observation> simulated(int customers) {
        return IntStream.range(0, customers)
                .parallel()
                .mapToObj(number -> LIKE_CDNOW.customer(number).seen(39 * 7))
                .toList();
    }

    private static void warmUp() {
        List<Observation> some = simulated(2_000);
        for (int round = 0; round < ROUNDS; round++) {
            score(fit(count(some)).model(), some);
        }
    }

    /** Seconds for counting and fitting, the median. */
    private double compare(Table table, String customers, List<Observation> seen)
            throws IOException, InterruptedException {
        List<Double> counting = new ArrayList<>();
        List<Double> fitting = new ArrayList<>();
        List<Double> both = new ArrayList<>();
        List<Double> scoring = new ArrayList<>();
        Fitted<OrderModel> fitted = null;
        double[] sums = {};
        for (int round = 0; round < ROUNDS; round++) {
            long began = System.nanoTime();
            Calibration calibration = count(seen);
            long counted = System.nanoTime();
            fitted = fit(calibration);
            long ended = System.nanoTime();
            sums = score(fitted.model(), seen);
            scoring.add(seconds(ended, System.nanoTime()));
            counting.add(seconds(began, counted));
            fitting.add(seconds(counted, ended));
            both.add(seconds(began, ended));
        }
        table.put(customers + ", Guanxi", "counting s", Spread.of(counting));
        row(table, customers + ", Guanxi", Spread.of(fitting), Spread.of(scoring), fitted, sums);
        scipy(table, customers + ", scipy", seen);
        return Spread.of(both).median();
    }

    private static void row(
            Table table,
            String row,
            Spread fitting,
            Spread scoring,
            @Nullable Fitted<OrderModel> fitted,
            double[] sums) {
        table.put(row, "fit s", fitting);
        table.put(row, "scoring s", scoring);
        if (fitted != null) {
            table.put(row, "cells", fitted.cells());
            table.put(row, "log-likelihood", figure(fitted.logLikelihood()));
        }
        table.put(row, "sum of P(alive)", figure(sums[0]));
        table.put(row, "sum of expected orders", figure(sums[1]));
    }

    private static void scipy(Table table, String row, List<Observation> seen)
            throws IOException, InterruptedException {
        ScipyPeer.Answer peer = ScipyPeer.fit(
                seen.stream().mapToDouble(Observation::x).toArray(),
                seen.stream().mapToDouble(Observation::tx).toArray(),
                seen.stream().mapToDouble(Observation::age).toArray());
        if (peer == null) {
            table.note("There is no python3 with scipy here, so that row is missing.");
            return;
        }
        row(table, row, figure(peer.fitSeconds()), figure(peer.scoreSeconds()), null, new double[] {
            peer.alive(), peer.expected()
        });
        table.put(row, "cells", seen.size());
        table.put(row, "log-likelihood", figure(peer.logLikelihood()));
    }

    private static Spread figure(double one) {
        return Spread.of(List.of(one));
    }

    private static Calibration count(List<Observation> seen) {
        Calibration.Counter counter = new Calibration.Counter();
        seen.forEach(counter::add);
        return counter.counted();
    }

    private static Fitted<OrderModel> fit(Calibration calibration) {
        FitResult<OrderModel> result = Fitting.USUAL.fit(OrderFamily.BG_NBD, calibration);
        if (result instanceof Fitted<OrderModel> fitted) {
            return fitted;
        }
        throw new IllegalStateException("the simulated customers were not fitted: " + result);
    }

    private static double[] score(OrderModel model, List<Observation> seen) {
        double alive = 0;
        double expected = 0;
        for (Observation customer : seen) {
            alive += model.pAlive(customer);
            expected += model.expectedOrders(HORIZON_WEEKS, customer);
        }
        return new double[] {alive, expected};
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }
}
