package io.guanxi.analytics.churn.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.guanxi.analytics.churn.domain.BackTested.Tested;
import io.guanxi.analytics.churn.domain.RiskFit.Fitted;
import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.table.domain.CdnowSample;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Expected numbers were computed from the same file by another program in another language, with the optimisers of SciPy
 * (L-BFGS-B, Nelder-Mead) instead of Newton's method.
 */
class LearningFromRealOrdersTest {

    private static RiskLearning learning;
    private static Fitted fitted;

    @BeforeAll
    static void learn() {
        Snapshots snapshots = new Snapshots(RiskParameters.ofHorizon(90), Conversion.only("USD"), CdnowSample.LAST_DAY);
        CdnowSample.customers().forEach(snapshots::add);
        learning = new RiskLearning(snapshots);
        fitted = (Fitted) learning.learn();
    }

    @Test
    void the_formula_is_that_of_an_independent_computation() {
        assertThat(fitted.rows()).isEqualTo(25_989);
        assertThat(fitted.lapsed()).isEqualTo(21_221);
        assertThat(fitted.learnedTo()).isEqualTo("1997-12-31");
        assertThat(fitted.heldOut()).isEqualTo("1998-03-31");
        assertThat(fitted.converged()).isTrue();
        assertThat(fitted.logLoss()).isCloseTo(0.40229832766852064, within(1e-9));
        RiskFormula formula = fitted.formula();
        assertThat(formula.intercept()).isCloseTo(1.7326195604222798, within(1e-7));
        double[] coefficients = {
            0.2611687173127566,
            0.14617531604186532,
            -0.654555238667,
            -0.17152835666812838,
            -0.12307467353805639,
            0.046050617358029594,
            0
        };
        double[] means = {
            4.459276907902228,
            4.836524168962769,
            0.9264905401676923,
            0.34817901934659534,
            3.270135965784067,
            0.8510621947859235,
            0
        };
        for (int at = 0; at < coefficients.length; at++) {
            RiskFormula.Term term = formula.terms().get(at);
            assertThat(term.coefficient()).as(term.feature()).isCloseTo(coefficients[at], within(1e-7));
            assertThat(term.mean()).as(term.feature()).isCloseTo(means[at], within(1e-9));
        }
        assertThat(formula.calibration().slope()).isCloseTo(0.9698271, within(1e-5));
        assertThat(formula.calibration().shift()).isCloseTo(0.560028, within(1e-5));
    }

    @Test
    void on_the_month_held_out_the_quality_is_that_of_an_independent_computation() {
        assertThat(fitted.before().auc()).isCloseTo(0.8319034782637039, within(1e-9));
        assertThat(fitted.before().logLoss()).isCloseTo(0.2962117077487864, within(1e-7));
        assertThat(fitted.before().brier()).isCloseTo(0.08666279157935824, within(1e-7));
        assertThat(fitted.before().calibrationError()).isCloseTo(0.050310691781215604, within(1e-7));
        assertThat(fitted.after().logLoss()).isCloseTo(0.2838113445690221, within(1e-6));
        assertThat(fitted.after().calibrationError()).isCloseTo(0.018794924778456415, within(1e-6));
        assertThat(fitted.calibrated()).isTrue();
    }

    @Test
    void on_months_that_nobody_had_seen_risks_tell_customers_apart_and_are_true() {
        List<LocalDate> months = learning.months();
        assertThat(months).hasSize(15).startsWith(LocalDate.of(1997, 1, 31)).endsWith(LocalDate.of(1998, 3, 31));
        List<Tested> tested = months.stream()
                .map(learning::backTest)
                .filter(Tested.class::isInstance)
                .map(Tested.class::cast)
                .toList();
        assertThat(tested).hasSize(8);
        for (Tested month : tested) {
            assertThat(month.quality().customers()).isEqualTo(2357);
            assertThat(month.quality().auc()).as("AUC of %s", month.month()).isGreaterThan(0.75);
            assertThat(month.quality().calibrationError())
                    .as("calibration error of %s", month.month())
                    .isLessThan(0.05);
            assertThat(month.quality().logLoss())
                    .as("log loss of %s", month.month())
                    .isLessThan(0.85 * month.guessLogLoss());
        }
        assertThat(tested.getLast().quality().auc()).isCloseTo(0.8314, within(5e-5));
        assertThat(tested.getLast().quality().logLoss()).isCloseTo(0.2941, within(5e-5));
        assertThat(tested.getLast().guessLogLoss()).isCloseTo(0.3947, within(5e-5));
    }

    @Test
    void a_back_test_is_the_model_that_would_have_been_learned_on_that_day() {
        LocalDate day = LocalDate.of(1997, 12, 31);
        Snapshots then = new Snapshots(RiskParameters.ofHorizon(90), Conversion.only("USD"), day);
        CdnowSample.customers().forEach(then::add);
        Fitted learnedThen = (Fitted) new RiskLearning(then).learn();
        Tested tested = (Tested) learning.backTest(day);
        assertThat(tested.learnedTo()).isEqualTo(learnedThen.learnedTo());
        double mean = CdnowSample.customers().values().stream()
                .map(history -> Behaviour.of(history.asOf(day), Conversion.only("USD"), day))
                .mapToDouble(behaviour -> learnedThen.formula().risk(behaviour.orElseThrow()))
                .average()
                .orElseThrow();
        assertThat(tested.quality().meanRisk()).isCloseTo(mean, within(1e-12));
    }

    @Test
    void partitions_in_any_order_give_the_same_formula_to_the_last_bit() {
        Snapshots sum = snapshots();
        for (int partition = 4; partition >= 0; partition--) {
            int chosen = partition;
            Snapshots part = snapshots();
            CdnowSample.customers().forEach((customer, history) -> {
                if (Math.floorMod(customer.hashCode(), 5) == chosen) {
                    part.add(customer, history);
                }
            });
            sum.addAll(part);
        }
        assertThat(new RiskLearning(sum).learn()).isEqualTo(fitted);
    }

    private static Snapshots snapshots() {
        return new Snapshots(RiskParameters.ofHorizon(90), Conversion.only("USD"), CdnowSample.LAST_DAY);
    }
}
