package io.guanxi.loyalty.account.command;

import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import io.guanxi.loyalty.programme.domain.RuleBook;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * A command on its way to its account.
 *
 * @param book the tenant's rules, as they are known when it is sent
 */
record LoyaltyInstruction(@TargetAggregateIdentifier String account, LoyaltyCommand command, RuleBook book) {}
