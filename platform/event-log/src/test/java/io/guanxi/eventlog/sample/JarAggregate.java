package io.guanxi.eventlog.sample;

import io.guanxi.eventlog.Decisions;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.SourceId;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

@Revision("1")
@Aggregate(snapshotTriggerDefinition = "snapshotEveryHundredEvents")
class JarAggregate {

    @AggregateIdentifier
    private String id = "";

    private Jar state = Jar.absent();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Jar handle(JarInstruction instruction) {
        id = instruction.jar();
        Decisions.record(Jar.decide(state, instruction.command()));
        return state;
    }

    @EventSourcingHandler
    void on(JarEvent event, @SourceId String source) {
        id = source;
        state = Jar.evolve(state, event);
    }
}
