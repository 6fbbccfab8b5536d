package io.guanxi.customer.file.command;

import io.guanxi.customer.file.domain.Customer;
import io.guanxi.customer.file.domain.CustomerDecider;
import io.guanxi.customer.file.domain.CustomerEvent;
import io.guanxi.customer.file.domain.LifeCyclePolicies;
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

/** The customer's file as Axon knows it. Everything is decided in {@link CustomerDecider}. */
@Aggregate(snapshotTriggerDefinition = "snapshotEveryHundredEvents")
@Revision("2")
class CustomerAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private Customer state = Customer.unknown();

    CustomerAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    FileVersion handle(CustomerInstruction instruction, LifeCyclePolicies policies) {
        id = instruction.customer();
        var before = state.version();
        Decisions.record(CustomerDecider.decide(state, instruction.command(), policies));
        return new FileVersion(before, state.version());
    }

    @EventSourcingHandler
    void on(CustomerEvent event, DomainEventMessage<?> message) {
        id = message.getAggregateIdentifier();
        state = Customer.evolve(state, event);
    }
}
