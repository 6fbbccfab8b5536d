package io.guanxi.loyalty.account.command;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks an account how it stands; nothing happens. */
record LoyaltyQuestion(@TargetAggregateIdentifier String account) {}
