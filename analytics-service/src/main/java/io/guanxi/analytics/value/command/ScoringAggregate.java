package io.guanxi.analytics.value.command;

import io.guanxi.analytics.value.domain.Scoring;
import io.guanxi.analytics.value.domain.ScoringDecider;
import io.guanxi.analytics.value.domain.ScoringEvent;
import io.guanxi.eventlog.Decisions;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A tenant's scoring as Axon knows it. Everything is decided in {@link ScoringDecider}. */
@Aggregate(snapshotTriggerDefinition = "snapshotEveryHundredEvents")
@Revision("1")
class ScoringAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private Scoring state = Scoring.unmeasured();

    ScoringAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ScoringInstruction instruction) {
        id = instruction.scoring();
        Decisions.record(ScoringDecider.decide(state, instruction.command()));
    }

    @EventSourcingHandler
    void on(ScoringEvent event, DomainEventMessage<?> message) {
        id = message.getAggregateIdentifier();
        state = Scoring.evolve(state, event);
    }
}
