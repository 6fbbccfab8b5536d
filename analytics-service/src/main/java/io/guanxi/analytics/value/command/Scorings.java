package io.guanxi.analytics.value.command;

import io.guanxi.analytics.value.domain.Boundaries;
import io.guanxi.analytics.value.domain.ScoringCommand.ReviseBoundaries;
import io.guanxi.analytics.value.domain.ScoringEvent.ScoreBoundariesRevised;
import io.guanxi.eventlog.Commands;
import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.kernel.Origin;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The scorings of all tenants, one each, named {@code tenant/scoring}. */
@Component
public class Scorings {

    private final Commands commands;

    Scorings(Commands commands) {
        this.commands = commands;
    }

    /** Gives the boundaries a new version, unless they are the present ones. Throws what {@link Commands#send} throws. */
    public void revise(String tenant, Boundaries measured, Origin origin, Instant happened) {
        commands.send(new ScoringInstruction(tenant + "/scoring", new ReviseBoundaries(measured)), origin, happened);
    }

    /** The names under which what happens to scorings is stored for ever. */
    public static EventCatalogue.Builder addTo(EventCatalogue.Builder catalogue) {
        return catalogue.event("scoring.boundaries-revised", ScoreBoundariesRevised.class);
    }
}
