package io.guanxi.analytics.value.domain;

import io.guanxi.analytics.value.domain.ScoringEvent.ScoreBoundariesRevised;
import org.jspecify.annotations.Nullable;

/**
 * By what a tenant's customers are scored.
 *
 * @param version 0 as long as nothing was measured
 * @param boundaries null as long as nothing was measured
 */
public record Scoring(int version, @Nullable Boundaries boundaries) {

    public static Scoring unmeasured() {
        return new Scoring(0, null);
    }

    public static Scoring evolve(Scoring state, ScoringEvent event) {
        return switch (event) {
            case ScoreBoundariesRevised revised -> new Scoring(revised.version(), revised.boundaries());
        };
    }
}
