package io.guanxi.loyalty.reward.command;

import io.guanxi.eventlog.Decisions;
import io.guanxi.loyalty.reward.domain.RewardDecider;
import io.guanxi.loyalty.reward.domain.RewardEvent;
import io.guanxi.loyalty.reward.domain.RewardStock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.SourceId;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** A new revision makes older snapshots void; the events give the state again. */
@Revision("1")
@Aggregate(snapshotTriggerDefinition = "snapshotEveryHundredEvents")
class RewardAggregate {

    @AggregateIdentifier
    private String id = "";

    private RewardStock state = RewardStock.untouched();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    RewardStock handle(RewardInstruction.Change instruction) {
        id = instruction.stream();
        Decisions.record(RewardDecider.decide(state, instruction.command()));
        return state;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    RewardStock handle(RewardInstruction.Look instruction) {
        id = instruction.stream();
        return state;
    }

    @EventSourcingHandler
    void on(RewardEvent event, @SourceId String stream) {
        id = stream;
        state = RewardStock.evolve(state, event);
    }
}
