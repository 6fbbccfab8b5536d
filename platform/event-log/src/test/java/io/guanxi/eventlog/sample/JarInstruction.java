package io.guanxi.eventlog.sample;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

public record JarInstruction(@TargetAggregateIdentifier String jar, JarCommand command) {}
