package io.guanxi.ticket.desk.command;

import io.guanxi.eventlog.Decisions;
import io.guanxi.ticket.desk.domain.ServiceTerms;
import io.guanxi.ticket.desk.domain.Ticket;
import io.guanxi.ticket.desk.domain.TicketDecider;
import io.guanxi.ticket.desk.domain.TicketEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The ticket as Axon knows it. Everything is decided in {@link TicketDecider}. */
@Aggregate(snapshotTriggerDefinition = "snapshotEveryHundredEvents")
@Revision("1")
class TicketAggregate {

    @AggregateIdentifier
    private @Nullable String id;

    private Ticket state = Ticket.unopened();

    TicketAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    TicketAfter handle(TicketInstruction instruction, ServiceTerms terms) {
        id = instruction.ticket();
        instruction.check(state, AggregateLifecycle.getVersion());
        Decisions.record(TicketDecider.decide(state, instruction.command(), terms));
        return new TicketAfter(state, AggregateLifecycle.getVersion());
    }

    @EventSourcingHandler
    void on(TicketEvent event, DomainEventMessage<?> message) {
        id = message.getAggregateIdentifier();
        state = Ticket.evolve(state, event);
    }
}
