package io.guanxi.analytics.value.domain;

import io.guanxi.analytics.value.domain.ScoringCommand.ReviseBoundaries;
import io.guanxi.analytics.value.domain.ScoringEvent.ScoreBoundariesRevised;
import io.guanxi.kernel.Decision;
import io.guanxi.kernel.Reason;

/** Decides when boundaries get a new version: when they differ, and never twice for the same ones. */
public final class ScoringDecider {

    private ScoringDecider() {}

    public static Decision<ScoringEvent, Reason> decide(Scoring state, ScoringCommand command) {
        return switch (command) {
            case ReviseBoundaries revision -> revise(state, revision.measured());
        };
    }

    private static Decision<ScoringEvent, Reason> revise(Scoring state, Boundaries measured) {
        Boundaries present = state.boundaries();
        return present != null && present.sameCutsAs(measured)
                ? Decision.nothing()
                : Decision.accept(ScoreBoundariesRevised.of(state.version() + 1, measured));
    }
}
