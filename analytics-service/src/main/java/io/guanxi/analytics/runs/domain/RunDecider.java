package io.guanxi.analytics.runs.domain;

import io.guanxi.analytics.runs.domain.RunCommand.Ask;
import io.guanxi.analytics.runs.domain.RunCommand.Cancel;
import io.guanxi.analytics.runs.domain.RunCommand.Complete;
import io.guanxi.analytics.runs.domain.RunCommand.Refuse;
import io.guanxi.analytics.runs.domain.RunEvent.RunAsked;
import io.guanxi.analytics.runs.domain.RunEvent.RunCancelled;
import io.guanxi.analytics.runs.domain.RunEvent.RunCompleted;
import io.guanxi.analytics.runs.domain.RunEvent.RunRefused;
import io.guanxi.kernel.Decision;

/**
 * Decides how a run ends: once. Who says the same again, or wants to cancel what has ended, changes nothing; who brings
 * another end is refused, so that a run that was cancelled in its last moment brings nothing into force.
 */
public final class RunDecider {

    private RunDecider() {}

    public static Decision<RunEvent, RunRejection> decide(Run run, RunCommand command) {
        return switch (command) {
            case Ask ask -> ask(run, ask);
            case Complete complete -> end(run, new RunCompleted(complete.summary()));
            case Refuse refuse -> end(run, new RunRefused(refuse.code(), refuse.detail()));
            case Cancel cancel -> cancel(run, cancel);
        };
    }

    private static Decision<RunEvent, RunRejection> ask(Run run, Ask ask) {
        RunAsked asked = new RunAsked(ask.kind().word(), ask.parameters().values(), ask.by(), ask.asOf());
        if (run.asked() == null) {
            return Decision.accept(asked);
        }
        return run.asked().equals(asked) ? Decision.nothing() : Decision.refuse(RunRejection.RUN_ID_TAKEN);
    }

    private static Decision<RunEvent, RunRejection> cancel(Run run, Cancel cancel) {
        if (run.asked() == null) {
            return Decision.refuse(RunRejection.RUN_NOT_FOUND);
        }
        return run.end() == null ? Decision.accept(new RunCancelled(cancel.by())) : Decision.nothing();
    }

    private static Decision<RunEvent, RunRejection> end(Run run, RunEvent end) {
        if (run.asked() == null) {
            return Decision.refuse(RunRejection.RUN_NOT_FOUND);
        }
        if (run.end() == null) {
            return Decision.accept(end);
        }
        return run.end().getClass() == end.getClass()
                ? Decision.nothing()
                : Decision.refuse(RunRejection.RUN_HAS_ENDED);
    }
}
