package io.guanxi.analytics.runs.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.analytics.models.domain.Cause;
import io.guanxi.analytics.models.domain.ModelCommand.PublishPyramidRule;
import io.guanxi.analytics.models.domain.PyramidTerms;
import io.guanxi.analytics.runs.domain.RunEvent.RunCompleted;
import io.guanxi.analytics.runs.domain.RunEvent.RunRefused;
import io.guanxi.analytics.runs.domain.RunKind;
import io.guanxi.eventing.intake.InfrastructureFailure;
import io.guanxi.eventing.job.JobStep;
import io.guanxi.kernel.Origin;
import io.guanxi.web.Problem;
import io.guanxi.web.RequestRefused;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** Whatever is done twice, and wherever a kill comes, a run finds the same and ends once. */
class RunningStepByStepTest {

    private static final Map<RunKind, Map<String, String>> GIVEN = Map.of(
            RunKind.LIFETIME_FIT, Map.of("calibrationEnd", "1997-12-31", "holdOutEnd", "1998-06-30"),
            RunKind.RISK_FIT, Map.of("horizonDays", "60", "months", "12", "leastOfEach", "10"),
            RunKind.BACK_TEST, Map.of("horizonDays", "60", "months", "12", "leastOfEach", "10"),
            RunKind.BASKETS, Map.of("leastBaskets", "5", "leastSupport", "0.01"));

    private final SomeShoppers shoppers = new SomeShoppers(11, 600);
    private final RunBench bench = new RunBench(shoppers, new RecordedModels(SomeShoppers.LAST_DAY));

    @ParameterizedTest
    @EnumSource(RunKind.class)
    void a_step_that_is_done_again_finds_the_same_and_doubles_nothing(RunKind kind) throws Exception {
        RunResult once = done(bench.run(asked(bench, kind), 1));
        RunBench other = new RunBench(shoppers, new RecordedModels(SomeShoppers.LAST_DAY));
        RunResult thrice = done(other.run(asked(other, kind), 3));

        assertThat(thrice).isEqualTo(once);
        assertThat(other.files).containsOnlyKeys(bench.files.keySet());
        other.files.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(bench.files.get(name)));
        assertThat(other.log).isEqualTo(bench.log).hasSize(2);
        assertThat(other.log.getLast()).isEqualTo(new RunCompleted(once.summary()));
        assertThat(other.models.book(RunBench.TENANT)).isEqualTo(bench.models.book(RunBench.TENANT));
    }

    @Test
    void a_fit_puts_a_model_into_force_and_cuts_thresholds_by_it() throws Exception {
        RunResult result = done(bench.run(asked(bench, RunKind.LIFETIME_FIT), 1));

        assertThat(bench.models.book(RunBench.TENANT).lifetimes()).hasSize(1);
        assertThat(bench.models.book(RunBench.TENANT).pyramids()).hasSize(1);
        PyramidTerms terms =
                bench.models.book(RunBench.TENANT).pyramids().getFirst().terms();
        assertThat(terms.measured()).isNotNull();
        assertThat(terms.measured().customers()).isEqualTo(600);
        assertThat(terms.valueAtLeast()).isPositive();
        assertThat(terms.potentialAtLeast()).isPositive();
        assertThat(result.summary())
                .containsEntry("modelVersion", "1")
                .containsEntry("ruleVersion", "1")
                .containsEntry("thresholds", "measured")
                .containsEntry("effectiveFrom", "1998-06-30");
        JsonNode found = bench.result();
        assertThat(found.at("/fit/dataTo").asString()).isEqualTo("1997-12-31");
        assertThat(found.at("/fit/holdOut/metrics/actualOrders").asDouble()).isPositive();
        assertThat(found.at("/fit/orders/converged").asBoolean()).isTrue();
        assertThat(found.at("/rule/currency").asString()).isEqualTo(terms.currency());
        assertThat(found.at("/rule/valueAtLeast").isString()).isTrue();
        assertThat(new BigDecimal(found.at("/rule/valueAtLeast").asString()))
                .isEqualByComparingTo(terms.valueAtLeast());
    }

    @Test
    void boundaries_in_money_are_told_as_decimal_texts_with_their_currency() throws Exception {
        bench.run(asked(bench, RunKind.EXACT_BOUNDARIES), 1);

        assertThat(bench.result().at("/currency").asString()).isEqualTo("USD");
        assertThat(bench.result().at("/exact/monetary/0").isString()).isTrue();
        assertThat(bench.result().at("/differences"))
                .hasSize(12)
                .allMatch(one ->
                        one.at("/exact").isString() && one.at("/difference").isString());
    }

    @Test
    void thresholds_that_a_person_has_set_stay() throws Exception {
        PyramidTerms fixed = new PyramidTerms(
                "USD",
                Map.of(),
                new BigDecimal("100"),
                new BigDecimal("50"),
                new BigDecimal("0.1"),
                365,
                365,
                BigDecimal.ZERO,
                new BigDecimal("0.2"),
                null);
        bench.models.record(
                RunBench.TENANT,
                new PublishPyramidRule(new Cause("c-1", RunBench.ASKED, "eve", null), SomeShoppers.FIRST_DAY, fixed),
                new Origin(RunBench.TENANT, "c-1", null, "eve"),
                RunBench.ASKED);

        RunResult result = done(bench.run(asked(bench, RunKind.LIFETIME_FIT), 1));

        assertThat(result.summary()).containsEntry("thresholds", "fixed").doesNotContainKey("ruleVersion");
        assertThat(bench.models.book(RunBench.TENANT).pyramids()).hasSize(1);
    }

    @Test
    void what_happens_after_the_day_plays_no_part() throws Exception {
        RunRequest early =
                bench.ask(RunKind.COHORTS, Map.of("from", "1997-01-01"), SomeShoppers.FIRST_DAY.plusDays(40));
        bench.run(early, 1);

        assertThat(bench.result().at("/asOf").asString()).isEqualTo("1997-02-10");
        assertThat(bench.result().at("/cohorts")).hasSize(2);
        assertThat(bench.result().at("/overall/customers").asInt()).isBetween(100, 400);
    }

    @Test
    void what_goes_together_is_found_in_the_baskets() throws Exception {
        bench.run(asked(bench, RunKind.BASKETS), 1);

        JsonNode best = bench.result().at("/rules/0");
        assertThat(best.at("/lift").asDouble()).isGreaterThan(2);
        assertThat(best.at("/consequent").asString()).isIn("player", "batteries");
        assertThat(best.at("/confidence").asDouble()).isEqualTo(1);
    }

    @Test
    void too_few_customers_who_came_again_are_a_refusal_that_is_recorded_and_nothing_comes_into_force()
            throws Exception {
        RunRequest asked =
                bench.ask(RunKind.LIFETIME_FIT, Map.of("leastRepeatBuyers", "100000"), SomeShoppers.LAST_DAY);
        JobStep<RunProgress> end = bench.run(asked, 2);

        assertThat(end).isInstanceOfSatisfying(JobStep.Failed.class, failed -> {
            assertThat(failed.code()).isEqualTo("too-few-repeat-buyers");
            assertThat(failed.message()).contains("expected: 100000");
        });
        assertThat(bench.log.getLast()).isInstanceOf(RunRefused.class);
        assertThat(bench.models.book(RunBench.TENANT).lifetimes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = RunKind.class,
            names = {"LIFETIME_FIT", "RISK_FIT", "BACK_TEST", "CLUSTERS", "COHORTS"})
    void without_a_currency_nothing_is_said_of_amounts(RunKind kind) throws Exception {
        RunBench unmeasured = new RunBench(shoppers, RecordedModels.nothing());
        JobStep<RunProgress> end = unmeasured.run(asked(unmeasured, kind), 1);

        assertThat(end)
                .isInstanceOfSatisfying(
                        JobStep.Failed.class,
                        failed -> assertThat(failed.code()).isEqualTo("no-currency"));
    }

    @Test
    void boundaries_that_were_never_in_force_cannot_be_compared() throws Exception {
        RunBench unmeasured = new RunBench(shoppers, RecordedModels.nothing());
        JobStep<RunProgress> end = unmeasured.run(asked(unmeasured, RunKind.EXACT_BOUNDARIES), 1);

        assertThat(end)
                .isInstanceOfSatisfying(
                        JobStep.Failed.class,
                        failed -> assertThat(failed.code()).isEqualTo("boundaries-not-measured"));
    }

    @Test
    void while_partitions_move_the_step_is_put_off_as_by_a_broken_machine() throws Exception {
        RunRequest asked = asked(bench, RunKind.LIFETIME_FIT);
        shoppers.fail(RequestRefused.unavailable("analytics-not-ready", "Moving.", Duration.ofSeconds(1)));

        assertThatThrownBy(() -> bench.step(asked, null))
                .satisfies(
                        failure -> assertThat(InfrastructureFailure.is(failure)).isTrue());
        assertThat(done(bench.run(asked, 1)).summary()).containsEntry("modelVersion", "1");
    }

    @Test
    void instances_without_a_secret_are_a_reason_that_no_retry_mends() throws Exception {
        RunRequest asked = asked(bench, RunKind.EXPORT);
        shoppers.fail(new RequestRefused(
                Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "instance-secret-missing", "Configure one.")));

        assertThat(bench.run(asked, 1))
                .isInstanceOfSatisfying(
                        JobStep.Failed.class,
                        failed -> assertThat(failed.code()).isEqualTo("instance-secret-missing"));
    }

    @Test
    void a_run_that_was_cancelled_in_its_last_moment_is_not_completed() throws Exception {
        RunRequest asked = asked(bench, RunKind.COHORTS);
        var found = (JobStep.Further<RunProgress>) bench.step(asked, null);
        bench.cancel();

        assertThat(bench.step(asked, found.progress()))
                .isInstanceOfSatisfying(
                        JobStep.Failed.class,
                        failed -> assertThat(failed.code()).isEqualTo("run-has-ended"));
    }

    @Test
    void what_is_forgotten_leaves_no_file_and_no_run_without_an_end() throws Exception {
        RunRequest asked = asked(bench, RunKind.COHORTS);
        bench.step(asked, null);
        bench.doing.forget(RunBench.TENANT, "r-1");
        bench.doing.forget(RunBench.TENANT, "r-1");

        assertThat(bench.files).isEmpty();
        assertThat(bench.log.getLast())
                .isInstanceOfSatisfying(
                        RunRefused.class, refused -> assertThat(refused.code()).isEqualTo("given-up"));
        assertThat(bench.log).hasSize(2);
    }

    private static RunRequest asked(RunBench bench, RunKind kind) {
        return bench.ask(kind, GIVEN.getOrDefault(kind, Map.of()), SomeShoppers.LAST_DAY);
    }

    private static RunResult done(JobStep<RunProgress> step) {
        assertThat(step).isInstanceOf(JobStep.Done.class);
        return (RunResult) ((JobStep.Done<RunProgress>) step).result();
    }
}
