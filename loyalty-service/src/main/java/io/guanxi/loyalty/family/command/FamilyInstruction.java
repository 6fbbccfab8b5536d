package io.guanxi.loyalty.family.command;

import io.guanxi.loyalty.family.domain.FamilyCommand;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What is sent to a family. */
sealed interface FamilyInstruction {

    record Change(@TargetAggregateIdentifier String stream, FamilyCommand command, int mostMembers)
            implements FamilyInstruction {}

    /** Asks how it stands; nothing happens. */
    record Look(@TargetAggregateIdentifier String stream) implements FamilyInstruction {}
}
