package io.guanxi.analytics.value.explain;

import java.util.List;
import java.util.Map;

/**
 * Why one score is what it is.
 *
 * @param measure {@code recency}, {@code frequency} or {@code monetary}
 * @param value of this customer, a decimal
 * @param unit {@code days}, {@code orders} or a currency
 * @param cutPoints ascending, decimals
 * @param betterThan of how many cut points the value is strictly better; the score is one more
 * @param sentences the same in a sentence, by language tag
 */
public record ScoreExplanation(
        String measure,
        String value,
        String unit,
        List<String> cutPoints,
        int betterThan,
        int score,
        Map<String, String> sentences) {

    public ScoreExplanation {
        cutPoints = List.copyOf(cutPoints);
        sentences = Map.copyOf(sentences);
    }
}
