package io.guanxi.analytics.runs.domain;

import io.guanxi.analytics.runs.domain.RunEvent.RunAsked;
import io.guanxi.analytics.runs.domain.RunEvent.RunCancelled;
import io.guanxi.analytics.runs.domain.RunEvent.RunCompleted;
import io.guanxi.analytics.runs.domain.RunEvent.RunRefused;
import org.jspecify.annotations.Nullable;

/**
 * A run so far.
 *
 * @param asked null as long as nobody has asked for it
 * @param end how it ended; null until then
 */
public record Run(@Nullable RunAsked asked, @Nullable RunEvent end) {

    public static final Run UNKNOWN = new Run(null, null);

    public static Run evolve(Run run, RunEvent event) {
        return switch (event) {
            case RunAsked asked -> new Run(asked, null);
            case RunCompleted completed -> new Run(run.asked(), completed);
            case RunRefused refused -> new Run(run.asked(), refused);
            case RunCancelled cancelled -> new Run(run.asked(), cancelled);
        };
    }
}
