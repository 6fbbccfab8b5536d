package io.guanxi.eventing.sample;

import io.guanxi.eventlog.Decisions;
import io.guanxi.kernel.Decision;
import java.util.HashSet;
import java.util.Set;
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
class OrderBookAggregate {

    @AggregateIdentifier
    private String id = "";

    private Set<String> causes = new HashSet<>();
    private Set<String> orders = new HashSet<>();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OrderBookInstruction instruction) {
        id = instruction.customer();
        Decisions.record(decide(instruction));
    }

    private Decision<OrderBookEvent, OrderBookInstruction.OrderUnknown> decide(OrderBookInstruction instruction) {
        if (causes.contains(instruction.cause())) {
            return Decision.nothing();
        }
        if (instruction.what().equals("returned") && !orders.contains(instruction.order())) {
            return Decision.refuse(new OrderBookInstruction.OrderUnknown());
        }
        return Decision.accept(new OrderBookEvent.Noted(
                instruction.cause(), instruction.order(), instruction.what(), instruction.amount()));
    }

    @EventSourcingHandler
    void on(OrderBookEvent.Noted event, @SourceId String source) {
        id = source;
        causes.add(event.cause());
        orders.add(event.order());
    }
}
