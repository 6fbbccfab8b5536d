package io.guanxi.eventlog;

import io.guanxi.kernel.CommandRefused;
import io.guanxi.kernel.Decision;
import io.guanxi.kernel.Reason;
import org.axonframework.modelling.command.AggregateLifecycle;

/** The one step between a pure decider and the aggregate that Axon knows. */
public final class Decisions {

    private Decisions() {}

    /**
     * Applies every accepted event to the aggregate whose command handler is running; all of them become one commit. An
     * acceptance without events stores nothing, also where the aggregate does not exist yet.
     *
     * @throws CommandRefused if the decision is a refusal; nothing is stored then
     */
    public static <E, R extends Reason> void record(Decision<E, R> decision) {
        switch (decision) {
            case Decision.Accepted<E, R> accepted -> accepted.events().forEach(AggregateLifecycle::apply);
            case Decision.Refused<E, R> refused -> throw new CommandRefused(refused.reason());
        }
    }
}
