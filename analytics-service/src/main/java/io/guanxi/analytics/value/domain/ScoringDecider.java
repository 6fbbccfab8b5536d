package io.guanxi.analytics.value.domain;

import io.guanxi.analytics.value.domain.ScoringCommand.ReviseBoundaries;
import io.guanxi.analytics.value.domain.ScoringEvent.ScoreBoundariesRevised;
import io.guanxi.kernel.Decision;
import io.guanxi.kernel.Reason;

/**
 * Decides when boundaries get a new version: when they differ, and never twice for the same ones. Those that were measured for
 * an earlier day than the present ones come from an instance that is behind: they are nothing, or customers would be judged by
 * days that are over.
 */
public final class ScoringDecider {

    private ScoringDecider() {}

    public static Decision<ScoringEvent, Reason> decide(Scoring state, ScoringCommand command) {
        return switch (command) {
            case ReviseBoundaries revision -> revise(state, revision.measured());
        };
    }

    private static Decision<ScoringEvent, Reason> revise(Scoring state, Boundaries measured) {
        Boundaries present = state.boundaries();
        return present != null && (present.sameCutsAs(measured) || isOlder(measured, present))
                ? Decision.nothing()
                : Decision.accept(ScoreBoundariesRevised.of(state.version() + 1, measured));
    }

    private static boolean isOlder(Boundaries measured, Boundaries present) {
        return measured.measuredAt().isBefore(present.measuredAt());
    }
}
