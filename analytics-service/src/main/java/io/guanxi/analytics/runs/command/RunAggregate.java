package io.guanxi.analytics.runs.command;

import io.guanxi.analytics.runs.domain.Run;
import io.guanxi.analytics.runs.domain.RunDecider;
import io.guanxi.analytics.runs.domain.RunEvent;
import io.guanxi.eventlog.Decisions;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.SourceId;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** A run as Axon knows it. Everything is decided in {@link RunDecider}. */
@Aggregate
class RunAggregate {

    @AggregateIdentifier
    private String id = "";

    private Run state = Run.UNKNOWN;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Run handle(RunInstruction.Change instruction) {
        id = instruction.stream();
        Decisions.record(RunDecider.decide(state, instruction.command()));
        return state;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Run handle(RunInstruction.Look instruction) {
        id = instruction.stream();
        return state;
    }

    @EventSourcingHandler
    void on(RunEvent event, @SourceId String stream) {
        id = stream;
        state = Run.evolve(state, event);
    }
}
