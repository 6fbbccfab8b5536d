package io.guanxi.analytics.value.explain;

import io.guanxi.analytics.value.domain.Amounts;
import io.guanxi.analytics.value.domain.Boundaries;
import io.guanxi.analytics.value.domain.CustomerFacts;
import io.guanxi.analytics.value.domain.Measures;
import io.guanxi.analytics.value.domain.Scores;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Explains scores from nothing but what they are computed from. */
public final class ExplainingScores {

    private ExplainingScores() {}

    /** One explanation a measure; of facts that count. */
    public static List<ScoreExplanation> of(CustomerFacts facts, Boundaries boundaries, Scores scores) {
        return of(Measures.of(facts, boundaries), boundaries, scores);
    }

    /** One explanation a measure; of what was measured by the same boundaries. */
    public static List<ScoreExplanation> of(Measures measures, Boundaries boundaries, Scores scores) {
        return List.of(
                recency(measures.recency(), boundaries, scores.recency()),
                frequency(measures.frequency(), boundaries, scores.frequency()),
                monetary(Amounts.shown(measures.monetary()).toPlainString(), boundaries, scores.monetary()));
    }

    private static ScoreExplanation recency(long days, Boundaries boundaries, int score) {
        List<String> cuts = boundaries.recency().stream().map(String::valueOf).toList();
        String day = boundaries.measuredAt().toString();
        String english = days < 0
                ? "The last order came %d days after %s, the day of measuring".formatted(-days, day)
                : "The last order was %d days before %s, the day of measuring".formatted(days, day);
        String chinese =
                days < 0 ? "最近一次订单在测量日 %s 之后 %d 天".formatted(day, -days) : "最近一次订单在测量日 %s 之前 %d 天".formatted(day, days);
        return new ScoreExplanation(
                "recency",
                Long.toString(days),
                "days",
                cuts,
                score - 1,
                score,
                sentences(
                        english + "; that is fewer days than %s".formatted(english(cuts, score)),
                        chinese + "，天数少于%s".formatted(chinese(cuts, score))));
    }

    private static ScoreExplanation frequency(long orders, Boundaries boundaries, int score) {
        List<String> cuts = boundaries.frequency().stream().map(String::valueOf).toList();
        return new ScoreExplanation(
                "frequency",
                Long.toString(orders),
                "orders",
                cuts,
                score - 1,
                score,
                sentences(
                        "Orders that count: %d; that is more than %s".formatted(orders, english(cuts, score)),
                        "有效订单 %d 笔，多于%s".formatted(orders, chinese(cuts, score))));
    }

    private static ScoreExplanation monetary(String amount, Boundaries boundaries, int score) {
        String currency = Objects.requireNonNullElse(boundaries.currency(), "");
        List<String> cuts = boundaries.monetary().stream()
                .map(cut -> Amounts.shown(cut).toPlainString())
                .toList();
        return new ScoreExplanation(
                "monetary",
                amount,
                currency,
                cuts,
                score - 1,
                score,
                sentences(
                        "Revenue less refunds: %s %s; that is more than %s"
                                .formatted(amount, currency, english(cuts, score)),
                        "扣除退款后的消费额为 %s %s，多于%s".formatted(amount, currency, chinese(cuts, score))));
    }

    private static String english(List<String> cuts, int score) {
        return "%d of the 4 cut points (%s), so the score is %d of 5."
                .formatted(score - 1, String.join(", ", cuts), score);
    }

    private static String chinese(List<String> cuts, int score) {
        return " 4 个分界点（%s）中的 %d 个，因此得分为 %d（满分 5 分）。".formatted(String.join("、", cuts), score - 1, score);
    }

    private static Map<String, String> sentences(String english, String chinese) {
        return Map.of("en", english, "zh-CN", chinese);
    }
}
