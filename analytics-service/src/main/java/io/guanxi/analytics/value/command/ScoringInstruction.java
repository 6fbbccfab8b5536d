package io.guanxi.analytics.value.command;

import io.guanxi.analytics.value.domain.ScoringCommand;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A command with the scoring that it is for. */
record ScoringInstruction(@TargetAggregateIdentifier String scoring, ScoringCommand command) {}
