package io.guanxi.loyalty.family.command;

import io.guanxi.eventlog.Decisions;
import io.guanxi.loyalty.family.domain.Family;
import io.guanxi.loyalty.family.domain.FamilyDecider;
import io.guanxi.loyalty.family.domain.FamilyEvent;
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
class FamilyAggregate {

    @AggregateIdentifier
    private String id = "";

    private Family state = Family.unfounded();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Family handle(FamilyInstruction.Change instruction) {
        id = instruction.stream();
        Decisions.record(FamilyDecider.decide(state, instruction.command(), instruction.mostMembers()));
        return state;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Family handle(FamilyInstruction.Look instruction) {
        id = instruction.stream();
        return state;
    }

    @EventSourcingHandler
    void on(FamilyEvent event, @SourceId String stream) {
        id = stream;
        state = Family.evolve(state, event);
    }
}
