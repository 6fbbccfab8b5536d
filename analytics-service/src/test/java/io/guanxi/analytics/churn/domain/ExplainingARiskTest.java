package io.guanxi.analytics.churn.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.guanxi.analytics.churn.domain.RiskFormula.Contribution;
import io.guanxi.analytics.churn.domain.RiskFormula.Term;
import io.guanxi.analytics.churn.domain.RiskModel.Change;
import io.guanxi.analytics.churn.domain.RiskModel.Explanation;
import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.history.domain.PurchaseHistory;
import io.guanxi.analytics.history.domain.Purchases;
import io.guanxi.analytics.table.domain.CdnowSample;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExplainingARiskTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    private static final RiskModel MODEL = new RiskModel(
            3,
            LocalDate.of(2026, 1, 1),
            new RiskFormula(
                    90,
                    Conversion.only("USD"),
                    List.of(
                            new Term("days-since-last", Math.log1p(60), 1, 1.2),
                            new Term("purchases", Math.log1p(2), 0.5, -0.8),
                            new Term("mean-spend", Math.log1p(30), 0.5, -0.1)),
                    0.4,
                    new Platt(0.5, 0.1)));

    @Test
    void contributions_lead_from_the_usual_risk_to_this_one() {
        Explanation explained = MODEL.explain(bought(100, 40, 10), DAY).orElseThrow();
        double sum = explained.contributions().stream()
                .mapToDouble(Contribution::logOdds)
                .sum();
        assertThat(logOdds(explained.risk())).isCloseTo(logOdds(explained.usualRisk()) + sum, within(1e-12));
        assertThat(explained.risk())
                .isEqualTo(MODEL.risk(bought(100, 40, 10), DAY).orElseThrow());
        assertThat(logOdds(explained.usualRisk())).isCloseTo(0.5 * 0.4 + 0.1, within(1e-12));
    }

    @Test
    void a_contribution_says_what_is_and_what_is_usual_and_the_weightiest_comes_first() {
        List<Contribution> contributions =
                MODEL.explain(bought(100, 40, 10), DAY).orElseThrow().contributions();
        Contribution first = contributions.getFirst();
        assertThat(first.feature()).isEqualTo(RiskFeature.DAYS_SINCE_LAST);
        assertThat(first.value()).isEqualTo(10);
        assertThat(first.usual()).isCloseTo(60, within(1e-9));
        assertThat(first.logOdds()).isCloseTo(0.5 * 1.2 * (Math.log(11) - Math.log(61)), within(1e-12));
        assertThat(contributions)
                .extracting(one -> Math.abs(one.logOdds()))
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
    }

    @Test
    void a_purchase_would_make_the_risk_what_it_is_after_one() {
        Explanation explained = MODEL.explain(bought(100, 40, 10), DAY).orElseThrow();
        double after = MODEL.risk(bought(100, 40, 10, 0), DAY).orElseThrow();
        assertThat(explained.changes().getFirst()).isInstanceOf(Change.Purchase.class);
        assertThat(explained.changes().getFirst().risk()).isEqualTo(after).isLessThan(explained.risk());
    }

    @Test
    void silence_would_make_the_risk_what_it_is_on_a_later_day() {
        Explanation explained = MODEL.explain(bought(100, 40, 10), DAY).orElseThrow();
        assertThat(explained.changes().subList(1, 3))
                .containsExactly(
                        new Change.Silence(
                                30,
                                MODEL.risk(bought(100, 40, 10), DAY.plusDays(30))
                                        .orElseThrow()),
                        new Change.Silence(
                                90,
                                MODEL.risk(bought(100, 40, 10), DAY.plusDays(90))
                                        .orElseThrow()));
        assertThat(explained.changes().get(2).risk()).isGreaterThan(explained.risk());
    }

    @Test
    void who_has_not_bought_by_the_day_has_no_risk() {
        assertThat(MODEL.risk(Purchases.NONE, DAY)).isEmpty();
        assertThat(MODEL.explain(bought(-1), DAY)).isEmpty();
    }

    @Test
    void a_feature_that_nobody_knows_is_refused() {
        assertThatThrownBy(() -> new Term("zodiac", 0, 1, 1)).hasMessageContaining("zodiac");
    }

    /** Behaviour that enters the formula by its words. */
    @Test
    void behaviour_is_counted_from_the_end_of_the_day() {
        Behaviour behaviour = Behaviour.of(bought(200, 100, 50, 50, 0), Conversion.only("USD"), DAY)
                .orElseThrow();
        assertThat(behaviour).isEqualTo(new Behaviour(0, 200, 4, 2, 25, 200 / 3.0, 0));
        assertThat(RiskFeature.SILENCE.natural(Behaviour.of(bought(61, 60), Conversion.only("USD"), DAY)
                        .orElseThrow()))
                .isEqualTo(60 / 7.0);
    }

    @Test
    void behaviour_with_one_more_purchase_is_that_of_who_bought_on_the_day() {
        assertThat(behaviour(100, 40, 10).withPurchase()).isEqualTo(behaviour(100, 40, 10, 0));
        assertThat(behaviour(100).withPurchase()).isEqualTo(behaviour(100, 0));
        assertThat(behaviour(100, 0).withPurchase()).isEqualTo(behaviour(100, 0));
    }

    private static Behaviour behaviour(Integer... daysAgo) {
        return Behaviour.of(bought(daysAgo), Conversion.only("USD"), DAY).orElseThrow();
    }

    private static double logOdds(double risk) {
        return Math.log(risk / (1 - risk));
    }

    /** For 20 dollars each, two orders of one day being one purchase. */
    private static Purchases bought(Integer... daysAgo) {
        return PurchaseHistory.of(Stream.of(daysAgo)
                        .map(days -> CdnowSample.order(DAY.minusDays(days), 1, "20.00"))
                        .toList())
                .present();
    }
}
