package io.guanxi.analytics.models.messaging;

import io.guanxi.analytics.churn.domain.Quality;
import io.guanxi.analytics.churn.domain.RiskFit;
import io.guanxi.analytics.churn.domain.RiskFormula;
import io.guanxi.analytics.cluster.domain.Cluster;
import io.guanxi.analytics.cluster.domain.ClusterResult;
import io.guanxi.analytics.cluster.domain.Scaling;
import io.guanxi.analytics.models.domain.FittedOrders;
import io.guanxi.analytics.models.domain.FittedSpend;
import io.guanxi.analytics.models.domain.FoundClusters;
import io.guanxi.analytics.models.domain.HoldOut;
import io.guanxi.analytics.models.domain.LifetimeFit;
import io.guanxi.analytics.models.domain.ModelEvent.ClustersFound;
import io.guanxi.analytics.models.domain.ModelEvent.LifetimeModelFitted;
import io.guanxi.analytics.models.domain.ModelEvent.RiskModelFitted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What is published of each version of a model, as the contract says. Who wanted it and why stays in the log. */
final class ModelBodies {

    /** In which order a cluster's centre and scaling are given; the names of what customers are compared by. */
    static final List<String> CLUSTER_FEATURES = List.of("recency", "frequency", "monetary");

    private ModelBodies() {}

    record Lifetime(
            int version,
            LocalDate effectiveFrom,
            String family,
            Map<String, Double> parameters,
            Map<String, Double> standardErrors,
            double annualDiscount,
            @Nullable Spend spend,
            LocalDate dataFrom,
            LocalDate dataTo,
            long customers,
            long repeatBuyers,
            long cells,
            double logLikelihood,
            boolean converged,
            int iterations,
            double gradientNorm,
            @Nullable Held holdOut) {

        static Lifetime of(LifetimeModelFitted event) {
            LifetimeFit fit = event.fit();
            FittedOrders orders = fit.orders();
            return new Lifetime(
                    event.version(),
                    event.effectiveFrom(),
                    orders.family(),
                    orders.parameters(),
                    orders.standardErrors(),
                    fit.annualDiscount(),
                    Spend.of(fit.spend()),
                    fit.dataFrom(),
                    fit.dataTo(),
                    orders.customers(),
                    orders.repeatBuyers(),
                    orders.cells(),
                    orders.logLikelihood(),
                    orders.converged(),
                    orders.iterations(),
                    orders.gradientNorm(),
                    Held.of(fit.holdOut()));
        }
    }

    record Spend(
            Map<String, Double> parameters,
            Map<String, Double> standardErrors,
            String currency,
            long customers,
            double logLikelihood) {

        static @Nullable Spend of(@Nullable FittedSpend spend) {
            return spend == null
                    ? null
                    : new Spend(
                            spend.parameters(),
                            spend.standardErrors(),
                            spend.currency(),
                            spend.customers(),
                            spend.logLikelihood());
        }
    }

    record Held(LocalDate from, LocalDate to, Map<String, Double> metrics) {

        static @Nullable Held of(@Nullable HoldOut holdOut) {
            return holdOut == null ? null : new Held(holdOut.from(), holdOut.to(), holdOut.metrics());
        }
    }

    record Risk(
            int version,
            LocalDate effectiveFrom,
            int horizonDays,
            String currency,
            Map<String, BigDecimal> rates,
            List<Term> features,
            double intercept,
            Calibration calibration,
            LocalDate dataFrom,
            LocalDate dataTo,
            long customers,
            long lapsed,
            boolean converged,
            int iterations,
            Map<String, Double> metrics) {

        static Risk of(RiskModelFitted event) {
            RiskFit.Fitted fit = event.learned().fit();
            RiskFormula formula = fit.formula();
            return new Risk(
                    event.version(),
                    event.effectiveFrom(),
                    formula.horizonDays(),
                    formula.conversion().currency(),
                    new TreeMap<>(formula.conversion().rates()),
                    formula.terms().stream().map(Term::of).toList(),
                    formula.intercept(),
                    new Calibration(
                            "platt",
                            Map.of(
                                    "slope", formula.calibration().slope(),
                                    "shift", formula.calibration().shift())),
                    fit.learnedFrom(),
                    event.learned().dataTo(),
                    fit.rows(),
                    fit.lapsed(),
                    fit.converged(),
                    fit.iterations(),
                    metrics(fit.after()));
        }

        private static Map<String, Double> metrics(Quality quality) {
            return new TreeMap<>(Map.of(
                    "auc", quality.auc(),
                    "brier", quality.brier(),
                    "calibrationError", quality.calibrationError(),
                    "logLoss", quality.logLoss()));
        }
    }

    record Term(String name, double mean, double scale, double coefficient) {

        static Term of(RiskFormula.Term term) {
            return new Term(term.feature(), term.mean(), term.scale(), term.coefficient());
        }
    }

    record Calibration(String method, Map<String, Double> parameters) {}

    record Clusters(
            int version,
            LocalDate effectiveFrom,
            String currency,
            List<Feature> features,
            List<Group> clusters,
            LocalDate dataTo,
            long customers,
            long seed,
            List<ClusterResult.Tried> silhouettes) {

        static Clusters of(ClustersFound event) {
            FoundClusters found = event.found();
            Scaling scaling = found.found().grouping().scaling();
            return new Clusters(
                    event.version(),
                    event.effectiveFrom(),
                    found.currency(),
                    IntStream.range(0, CLUSTER_FEATURES.size())
                            .mapToObj(at -> new Feature(
                                    CLUSTER_FEATURES.get(at),
                                    "log",
                                    scaling.means().get(at),
                                    scaling.deviations().get(at)))
                            .toList(),
                    found.found().grouping().clusters().stream().map(Group::of).toList(),
                    found.dataTo(),
                    found.found().customers(),
                    found.seed(),
                    found.found().tried());
        }
    }

    record Feature(String name, String transformation, double mean, double scale) {}

    record Group(int number, String nameEn, String nameZh, long size, List<Double> centre, Map<String, Double> means) {

        static Group of(Cluster cluster) {
            return new Group(
                    cluster.number(),
                    cluster.english(),
                    cluster.chinese(),
                    cluster.customers(),
                    cluster.centre(),
                    new TreeMap<>(Map.of(
                            "recency", cluster.recencyDays(),
                            "frequency", cluster.frequency(),
                            "monetary", cluster.monetary(),
                            "meanMonetary", cluster.meanMonetary())));
        }
    }
}
