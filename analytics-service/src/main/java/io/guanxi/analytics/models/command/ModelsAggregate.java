package io.guanxi.analytics.models.command;

import io.guanxi.analytics.models.domain.ModelBook;
import io.guanxi.analytics.models.domain.ModelDecider;
import io.guanxi.analytics.models.domain.ModelEvent;
import io.guanxi.eventlog.Decisions;
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
class ModelsAggregate {

    @AggregateIdentifier
    private String id = "";

    private ModelBook state = ModelBook.empty();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ModelBook handle(ModelInstruction instruction) {
        id = instruction.stream();
        instruction.check(state);
        Decisions.record(ModelDecider.decide(state, instruction.command()));
        return state;
    }

    @EventSourcingHandler
    void on(ModelEvent event, @SourceId String stream) {
        id = stream;
        state = ModelBook.evolve(state, event);
    }
}
