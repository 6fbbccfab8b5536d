package io.guanxi.analytics.models.domain;

import static io.guanxi.analytics.models.domain.SomeModels.MARCH;
import static io.guanxi.analytics.models.domain.SomeModels.cause;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.analytics.churn.domain.RiskFit;
import io.guanxi.analytics.models.domain.ModelCommand.RecordClusters;
import io.guanxi.analytics.models.domain.ModelCommand.RecordLifetimeModel;
import io.guanxi.analytics.models.domain.ModelCommand.RecordRiskModel;
import io.guanxi.analytics.models.domain.ModelEvent.ClustersFound;
import io.guanxi.analytics.models.domain.ModelEvent.LifetimeModelFitted;
import io.guanxi.analytics.models.domain.ModelEvent.RiskModelFitted;
import io.guanxi.test.DeciderSpecification;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordingModelsTest {

    private final DeciderSpecification<ModelBook, ModelCommand, ModelEvent, ModelRejection> models =
            DeciderSpecification.of(ModelBook.empty(), ModelBook::evolve, ModelDecider::decide);

    @Test
    void the_first_fit_is_version_one_from_the_latest_day_on() {
        LifetimeFit fit = SomeModels.lifetime(MARCH, 0.24);
        models.given()
                .when(new RecordLifetimeModel(cause("run-1"), MARCH.plusDays(8), fit))
                .then(new LifetimeModelFitted(cause("run-1"), 1, MARCH.plusDays(8), fit))
                .thenOnlyOnce();
    }

    @Test
    void without_a_latest_day_it_is_used_from_the_end_of_its_data_on() {
        LifetimeFit fit = SomeModels.lifetime(MARCH, 0.24);
        models.given()
                .when(new RecordLifetimeModel(cause("run-1"), null, fit))
                .then(new LifetimeModelFitted(cause("run-1"), 1, MARCH, fit));
    }

    @Test
    void a_version_is_not_used_before_the_one_before_it() {
        LifetimeFit earlier = SomeModels.lifetime(MARCH.minusDays(60), 0.3);
        models.given(lifetime("run-1", 1, MARCH, SomeModels.lifetime(MARCH, 0.24)))
                .when(new RecordLifetimeModel(cause("run-2"), MARCH.minusDays(30), earlier))
                .then(new LifetimeModelFitted(cause("run-2"), 2, MARCH, earlier));
    }

    @Test
    void the_same_fit_is_no_new_version() {
        models.given(lifetime("run-1", 1, MARCH, SomeModels.withEverything()))
                .when(new RecordLifetimeModel(cause("run-2"), MARCH.plusDays(9), SomeModels.withEverything()))
                .thenNothing();
    }

    @Test
    void a_run_is_recorded_once_also_after_another_one() {
        models.given(
                        lifetime("run-1", 1, MARCH, SomeModels.lifetime(MARCH, 0.24)),
                        lifetime("run-2", 2, MARCH, SomeModels.lifetime(MARCH, 0.25)))
                .when(new RecordLifetimeModel(cause("run-1"), MARCH, SomeModels.lifetime(MARCH, 0.24)))
                .thenNothing();
    }

    @Test
    void a_search_that_did_not_come_to_rest_is_refused() {
        FittedOrders orders = SomeModels.orders(0.24);
        FittedOrders unsettled = new FittedOrders(
                orders.family(),
                orders.parameters(),
                orders.standardErrors(),
                orders.logLikelihood(),
                orders.iterations(),
                false,
                orders.gradientNorm(),
                orders.customers(),
                orders.repeatBuyers(),
                orders.cells());
        models.given()
                .when(new RecordLifetimeModel(
                        cause("run-1"), MARCH, new LifetimeFit(MARCH, MARCH, unsettled, null, 0.1, null)))
                .thenRefused(new ModelRejection.FitDidNotConverge());
    }

    @Test
    void what_is_no_number_is_refused() {
        LifetimeFit fit = SomeModels.withEverything();
        FittedOrders orders = fit.orders();
        FittedOrders unknown = new FittedOrders(
                orders.family(),
                orders.parameters(),
                Map.of("r", Double.NaN),
                orders.logLikelihood(),
                orders.iterations(),
                true,
                orders.gradientNorm(),
                orders.customers(),
                orders.repeatBuyers(),
                orders.cells());
        models.given()
                .when(new RecordLifetimeModel(
                        cause("run-1"), MARCH, new LifetimeFit(MARCH, MARCH, unknown, fit.spend(), 0.1, fit.holdOut())))
                .thenRefused(new ModelRejection.NumbersAreNotFinite());
        models.given()
                .when(new RecordClusters(cause("run-1"), MARCH, SomeModels.clusters(MARCH, Double.POSITIVE_INFINITY)))
                .thenRefused(new ModelRejection.NumbersAreNotFinite());
        models.given()
                .when(new RecordRiskModel(cause("run-1"), MARCH, SomeModels.risk(MARCH, Double.NaN)))
                .thenRefused(new ModelRejection.NumbersAreNotFinite());
    }

    @Test
    void a_risk_model_knows_the_horizon_after_the_month_that_was_held_out() {
        LearnedRisk learned = SomeModels.risk(MARCH, 0.41);
        LocalDate outcome = MARCH.plusDays(90);
        models.given()
                .when(new RecordRiskModel(cause("run-1"), MARCH, learned))
                .then(new RiskModelFitted(cause("run-1"), 1, outcome, learned));
    }

    @Test
    void a_risk_model_that_did_not_come_to_rest_is_refused() {
        RiskFit.Fitted fit = SomeModels.risk(MARCH, 0.41).fit();
        LearnedRisk unsettled = new LearnedRisk(new RiskFit.Fitted(
                fit.formula(),
                fit.learnedFrom(),
                fit.learnedTo(),
                fit.heldOut(),
                fit.rows(),
                fit.lapsed(),
                fit.share(),
                fit.iterations(),
                false,
                fit.gradientNorm(),
                fit.logLoss(),
                fit.calibrated(),
                fit.before(),
                fit.after()));
        models.given()
                .when(new RecordRiskModel(cause("run-1"), MARCH, unsettled))
                .thenRefused(new ModelRejection.FitDidNotConverge());
    }

    @Test
    void each_kind_counts_its_own_versions() {
        models.given(
                        lifetime("run-1", 1, MARCH, SomeModels.lifetime(MARCH, 0.24)),
                        new RiskModelFitted(cause("run-2"), 1, MARCH, SomeModels.risk(MARCH, 0.41)))
                .when(new RecordClusters(cause("run-3"), MARCH, SomeModels.clusters(MARCH, 0.5)))
                .then(new ClustersFound(cause("run-3"), 1, MARCH, SomeModels.clusters(MARCH, 0.5)))
                .thenState(book -> assertThat(book.clusters()).hasSize(1));
    }

    private static LifetimeModelFitted lifetime(String run, int version, LocalDate from, LifetimeFit fit) {
        return new LifetimeModelFitted(cause(run), version, from, fit);
    }
}
