package io.guanxi.customer.file.command;

import io.guanxi.customer.file.domain.CustomerCommand;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A command and the file it is for. */
record CustomerInstruction(@TargetAggregateIdentifier String customer, CustomerCommand command) {}
