package io.guanxi.loyalty.account.command;

import io.guanxi.eventlog.Decisions;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyDecider;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.SourceId;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** A new revision makes older snapshots void; the events give the state again. */
@Revision("2")
@Aggregate(snapshotTriggerDefinition = "snapshotEveryHundredEvents")
class LoyaltyAccountAggregate {

    @AggregateIdentifier
    private String id = "";

    private LoyaltyAccount state = LoyaltyAccount.unopened();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    LoyaltyAccount handle(LoyaltyInstruction instruction) {
        id = instruction.account();
        Decisions.record(LoyaltyDecider.decide(state, instruction.command(), instruction.book()));
        return state;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    LoyaltyAccount handle(LoyaltyQuestion question) {
        id = question.account();
        return state;
    }

    @EventSourcingHandler
    void on(LoyaltyEvent event, @SourceId String account) {
        id = account;
        state = LoyaltyAccount.evolve(state, event);
    }
}
