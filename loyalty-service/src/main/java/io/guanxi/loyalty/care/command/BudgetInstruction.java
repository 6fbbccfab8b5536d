package io.guanxi.loyalty.care.command;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What is sent to a month's budget. */
sealed interface BudgetInstruction {

    record Reserve(
            @TargetAggregateIdentifier String stream,
            String account,
            String complaint,
            long points,
            long most,
            String cause,
            Instant at)
            implements BudgetInstruction {}

    record GiveBack(
            @TargetAggregateIdentifier String stream, String account, String complaint, String cause, Instant at)
            implements BudgetInstruction {}
}
