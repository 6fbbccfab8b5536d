package io.guanxi.analytics.runs.command;

import io.guanxi.analytics.runs.domain.RunEvent.RunAsked;
import io.guanxi.analytics.runs.domain.RunEvent.RunCancelled;
import io.guanxi.analytics.runs.domain.RunEvent.RunCompleted;
import io.guanxi.analytics.runs.domain.RunEvent.RunRefused;
import io.guanxi.eventlog.EventCatalogue;

/** The names under which what happens to runs is stored for ever. */
public final class RunEventNames {

    private RunEventNames() {}

    public static EventCatalogue.Builder addTo(EventCatalogue.Builder catalogue) {
        return catalogue
                .event("analytics.run.asked", RunAsked.class)
                .event("analytics.run.completed", RunCompleted.class)
                .event("analytics.run.refused", RunRefused.class)
                .event("analytics.run.cancelled", RunCancelled.class);
    }
}
