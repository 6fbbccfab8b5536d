package io.guanxi.analytics.models.domain;

import io.guanxi.analytics.churn.domain.Quality;
import io.guanxi.analytics.churn.domain.RiskFit;
import io.guanxi.analytics.churn.domain.RiskFormula;
import io.guanxi.analytics.cluster.domain.Cluster;
import io.guanxi.analytics.cluster.domain.ClusterResult;
import io.guanxi.analytics.cluster.domain.Grouping;
import io.guanxi.analytics.models.domain.ModelCommand.OnSegment;
import io.guanxi.analytics.models.domain.ModelCommand.PublishPyramidRule;
import io.guanxi.analytics.models.domain.ModelCommand.RecordClusters;
import io.guanxi.analytics.models.domain.ModelCommand.RecordLifetimeModel;
import io.guanxi.analytics.models.domain.ModelCommand.RecordRiskModel;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether everything that is recorded is a number: JSON has no word for what is none, and nobody could compute with it. */
final class FiniteNumbers {

    private FiniteNumbers() {}

    static boolean in(ModelCommand command) {
        return switch (command) {
            case RecordLifetimeModel c -> all(lifetime(c.fit()));
            case RecordRiskModel c -> all(risk(c.learned().fit()));
            case RecordClusters c -> all(clusters(c.found().found()));
            case PublishPyramidRule c -> true;
            case OnSegment c -> true;
        };
    }

    private static boolean all(DoubleStream numbers) {
        return numbers.allMatch(Double::isFinite);
    }

    private static DoubleStream lifetime(LifetimeFit fit) {
        return concat(
                DoubleStream.of(
                        fit.annualDiscount(),
                        fit.orders().logLikelihood(),
                        fit.orders().gradientNorm()),
                boxed(fit.orders().parameters().values().stream()),
                boxed(fit.orders().standardErrors().values().stream()),
                spend(fit.spend()),
                heldOut(fit.holdOut()));
    }

    private static DoubleStream spend(@Nullable FittedSpend spend) {
        return spend == null
                ? DoubleStream.empty()
                : concat(
                        DoubleStream.of(spend.logLikelihood(), spend.gradientNorm()),
                        boxed(spend.parameters().values().stream()),
                        boxed(spend.standardErrors().values().stream()));
    }

    private static DoubleStream heldOut(@Nullable HoldOut holdOut) {
        return holdOut == null
                ? DoubleStream.empty()
                : concat(
                        boxed(holdOut.metrics().values().stream()),
                        Stream.concat(holdOut.byFrequency().stream(), holdOut.cumulative().stream())
                                .flatMapToDouble(one -> DoubleStream.of(one.actual(), one.expected())));
    }

    private static DoubleStream risk(RiskFit.Fitted fit) {
        RiskFormula formula = fit.formula();
        return concat(
                DoubleStream.of(
                        formula.intercept(),
                        formula.calibration().slope(),
                        formula.calibration().shift(),
                        fit.share(),
                        fit.gradientNorm(),
                        fit.logLoss()),
                formula.terms().stream()
                        .flatMapToDouble(term -> DoubleStream.of(term.mean(), term.scale(), term.coefficient())),
                quality(fit.before()),
                quality(fit.after()));
    }

    private static DoubleStream quality(Quality quality) {
        return concat(
                DoubleStream.of(
                        quality.meanRisk(),
                        quality.auc(),
                        quality.logLoss(),
                        quality.brier(),
                        quality.calibrationError()),
                quality.bins().stream()
                        .flatMapToDouble(
                                bin -> DoubleStream.of(bin.from(), bin.to(), bin.meanRisk(), bin.lapsedShare())));
    }

    private static DoubleStream clusters(ClusterResult.Found found) {
        Grouping grouping = found.grouping();
        return concat(
                DoubleStream.of(found.share(), found.inertia()),
                boxed(grouping.scaling().means().stream()),
                boxed(grouping.scaling().deviations().stream()),
                grouping.clusters().stream().flatMapToDouble(FiniteNumbers::cluster),
                found.tried().stream()
                        .flatMapToDouble(one -> DoubleStream.of(one.silhouette(), one.inertia(), one.smallestShare())));
    }

    private static DoubleStream cluster(Cluster cluster) {
        return concat(
                DoubleStream.of(cluster.recencyDays(), cluster.frequency(), cluster.monetary(), cluster.meanMonetary()),
                boxed(cluster.centre().stream()));
    }

    private static DoubleStream boxed(Stream<Double> numbers) {
        return numbers.mapToDouble(Double::doubleValue);
    }

    private static DoubleStream concat(DoubleStream... parts) {
        return Stream.of(parts).flatMapToDouble(part -> part);
    }
}
