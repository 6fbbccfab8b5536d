package io.guanxi.loyalty.care.command;

import io.guanxi.eventlog.Decisions;
import io.guanxi.loyalty.care.domain.BudgetEvent;
import io.guanxi.loyalty.care.domain.GoodwillBudget;
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
class GoodwillBudgetAggregate {

    @AggregateIdentifier
    private String id = "";

    private GoodwillBudget state = GoodwillBudget.untouched();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(BudgetInstruction.Reserve ask) {
        id = ask.stream();
        Decisions.record(
                state.reserve(ask.account(), ask.complaint(), ask.points(), ask.most(), ask.cause(), ask.at()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(BudgetInstruction.GiveBack ask) {
        id = ask.stream();
        Decisions.record(state.giveBack(ask.account(), ask.complaint(), ask.cause(), ask.at()));
    }

    @EventSourcingHandler
    void on(BudgetEvent event, @SourceId String stream) {
        id = stream;
        state = GoodwillBudget.evolve(state, event);
    }
}
