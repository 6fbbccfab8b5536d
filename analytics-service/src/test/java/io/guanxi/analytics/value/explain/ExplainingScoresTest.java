package io.guanxi.analytics.value.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.analytics.value.domain.Boundaries;
import io.guanxi.analytics.value.domain.CustomerFacts;
import io.guanxi.analytics.value.domain.Measures;
import io.guanxi.analytics.value.domain.Scores;
import io.guanxi.analytics.value.domain.Sums;
import io.guanxi.analytics.value.domain.SumsByCurrency;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExplainingScoresTest {

    private static final Boundaries BOUNDARIES = new Boundaries(
            LocalDate.parse("2026-03-01"),
            100,
            "EUR",
            List.of(2L, 10L, 40L, 90L),
            List.of(1L, 1L, 2L, 4L),
            List.of(new BigDecimal("5"), new BigDecimal("20"), new BigDecimal("50.5"), new BigDecimal("99")));

    @Test
    void each_score_is_one_more_than_the_cut_points_that_the_value_is_better_than() {
        List<ScoreExplanation> explained = explained("2026-02-19T23:59:59Z");
        assertThat(explained).extracting(ScoreExplanation::measure).containsExactly("recency", "frequency", "monetary");
        assertThat(explained).extracting(ScoreExplanation::value).containsExactly("10", "2", "50.50");
        assertThat(explained).extracting(ScoreExplanation::score).containsExactly(3, 3, 3);
        assertThat(explained).extracting(ScoreExplanation::betterThan).containsExactly(2, 2, 2);
        assertThat(explained.getLast().cutPoints()).containsExactly("5.00", "20.00", "50.50", "99.00");
    }

    @Test
    void it_is_said_in_english_and_in_chinese() {
        ScoreExplanation recency = explained("2026-02-19T23:59:59Z").getFirst();
        assertThat(recency.sentences().get("en"))
                .isEqualTo("The last order was 10 days before 2026-03-01, the day of measuring; that is fewer days than"
                        + " 2 of the 4 cut points (2, 10, 40, 90), so the score is 3 of 5.");
        assertThat(recency.sentences().get("zh-CN"))
                .isEqualTo("最近一次订单在测量日 2026-03-01 之前 10 天，天数少于 4 个分界点（2、10、40、90）中的 2 个，因此得分为 3（满分 5 分）。");
    }

    @Test
    void an_order_after_the_day_of_measuring_is_better_than_all() {
        ScoreExplanation recency = explained("2026-03-04T00:00:00Z").getFirst();
        assertThat(recency.score()).isEqualTo(5);
        assertThat(recency.value()).isEqualTo("-3");
        assertThat(recency.sentences().get("en")).startsWith("The last order came 3 days after 2026-03-01");
    }

    private static List<ScoreExplanation> explained(String lastOrder) {
        TreeMap<String, Sums> sums = new TreeMap<>();
        sums.put("EUR", new Sums(2, new BigDecimal("60.5000"), new BigDecimal("10.0000")));
        Instant last = Instant.parse(lastOrder);
        CustomerFacts facts = new CustomerFacts(2, 3, 0, new SumsByCurrency(sums), last, last, last);
        Scores scores = Measures.of(facts, BOUNDARIES).scores(BOUNDARIES, 1);
        return ExplainingScores.of(facts, BOUNDARIES, scores);
    }
}
