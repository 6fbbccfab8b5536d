package io.guanxi.analytics.report.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.analytics.cohort.domain.CohortParameters;
import io.guanxi.analytics.cohort.domain.CohortTable;
import io.guanxi.analytics.cohort.domain.CohortTable.Cohort;
import io.guanxi.analytics.cohort.domain.CohortTable.Period;
import io.guanxi.analytics.cohort.domain.CohortTable.Repurchase;
import io.guanxi.analytics.cohort.domain.Concentration;
import io.guanxi.analytics.cohort.domain.RevenueShares;
import io.guanxi.analytics.cohort.domain.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Amounts of reports are decimal strings beside their currency; shares are numbers. */
class WritingAmountsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 9);

    @Test
    void revenue_shares_tell_exact_amounts_and_round_shares() {
        Concentration concentration = new Concentration();
        RevenueShares<String> grades = new RevenueShares<>();
        for (int customer = 0; customer < 3; customer++) {
            concentration.add(new BigDecimal("0.1000"));
            grades.add("gold", new BigDecimal("0.1000"));
        }

        JsonNode json = written(RevenueReport.of(DAY, "CNY", concentration.curve(), grades));

        assertThat(json.at("/currency").asString()).isEqualTo("CNY");
        assertThat(json.at("/revenue")).isEqualTo(text("0.30"));
        assertThat(json.at("/grades/0/revenue")).isEqualTo(text("0.30"));
        assertThat(json.at("/grades/0/revenueShare").isNumber()).isTrue();
        assertThat(json.at("/gini").isNumber()).isTrue();
    }

    @Test
    void cohorts_and_retention_tell_exact_amounts_with_their_currency() {
        Period period = new Period(0, true, 4, 3, new BigDecimal("1250.1005"));
        Cohort cohort = new Cohort(DAY.withDayOfMonth(1), 4, List.of(period), new Repurchase(4, 1, 1, 4));
        CohortTable table = new CohortTable(
                new CohortParameters(Span.MONTH, DAY.withDayOfMonth(1), 1, 90), DAY, List.of(cohort), cohort, 0);
        CohortReport report = CohortReport.of(table, "USD");

        JsonNode json = written(report);
        JsonNode retention = written(report.retention());

        assertThat(json.at("/cohorts/0/periods/0/revenue")).isEqualTo(text("1250.1005"));
        assertThat(json.at("/overall/periods/0/retention").asDouble()).isEqualTo(0.75);
        assertThat(retention.at("/currency").asString()).isEqualTo("USD");
        assertThat(retention.at("/periods/0/revenue")).isEqualTo(text("1250.1005"));
    }

    private static JsonNode written(Object report) {
        return JsonMapper.shared().valueToTree(report);
    }

    private static JsonNode text(String amount) {
        return JsonMapper.shared().getNodeFactory().stringNode(amount);
    }
}
