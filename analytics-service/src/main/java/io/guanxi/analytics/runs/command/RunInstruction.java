package io.guanxi.analytics.runs.command;

import io.guanxi.analytics.runs.domain.RunCommand;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What is sent to a run. */
sealed interface RunInstruction {

    record Change(@TargetAggregateIdentifier String stream, RunCommand command) implements RunInstruction {}

    /** Asks how it stands; nothing happens. */
    record Look(@TargetAggregateIdentifier String stream) implements RunInstruction {}
}
