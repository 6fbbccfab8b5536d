package io.guanxi.loyalty.account.command;

import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A command on its way to its account. */
public record LoyaltyInstruction(@TargetAggregateIdentifier String account, LoyaltyCommand command) {

    public static LoyaltyInstruction of(LoyaltyCommand command) {
        return new LoyaltyInstruction(command.account(), command);
    }
}
