package io.guanxi.analytics.value.domain;

import java.util.List;

/**
 * How a customer compares with the others, by each measure from 1 to 5; 5 is best.
 *
 * @param boundariesVersion the boundaries that they were given by
 */
public record Scores(int recency, int frequency, int monetary, int boundariesVersion) {

    public Scores {
        for (int score : List.of(recency, frequency, monetary)) {
            if (score < 1 || score > 5) {
                throw new IllegalArgumentException("score: " + score + " (expected: 1 to 5)");
            }
        }
    }

    /** Whether the scores are the same, by whatever boundaries. */
    public boolean sameAs(Scores other) {
        return recency == other.recency && frequency == other.frequency && monetary == other.monetary;
    }
}
