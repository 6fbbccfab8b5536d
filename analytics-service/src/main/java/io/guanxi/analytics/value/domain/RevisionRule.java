package io.guanxi.analytics.value.domain;

import java.time.Duration;

/**
 * When the population is measured again.
 *
 * @param changedShare after changes to this share of the population, such as 0.01
 * @param atLatest after this long with a change, however small
 */
public record RevisionRule(double changedShare, Duration atLatest) {

    public RevisionRule {
        if (!(changedShare > 0 && changedShare <= 1)) {
            throw new IllegalArgumentException("changed-share: " + changedShare + " (expected: above 0, at most 1)");
        }
        if (!atLatest.isPositive()) {
            throw new IllegalArgumentException("at-latest: " + atLatest + " (expected: positive)");
        }
    }

    /**
     * @param changes since the last measuring
     * @param waiting how long the oldest of them has waited
     */
    public boolean isDue(long changes, long population, Duration waiting) {
        return changes > 0 && (changes >= changedShare * population || waiting.compareTo(atLatest) >= 0);
    }
}
