package io.guanxi.loyalty.programme.command;

import io.guanxi.eventlog.Decisions;
import io.guanxi.loyalty.programme.domain.Programme;
import io.guanxi.loyalty.programme.domain.ProgrammeDecider;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent;
import io.guanxi.loyalty.programme.domain.ProgrammeTerms;
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
class ProgrammeAggregate {

    @AggregateIdentifier
    private String id = "";

    private Programme state = Programme.untouched();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Programme handle(ProgrammeInstruction instruction, ProgrammeTerms terms) {
        id = instruction.stream();
        instruction.check(state, terms);
        Decisions.record(ProgrammeDecider.decide(state, instruction.command(), terms));
        return state;
    }

    @EventSourcingHandler
    void on(ProgrammeEvent event, @SourceId String stream) {
        id = stream;
        state = Programme.evolve(state, event);
    }
}
