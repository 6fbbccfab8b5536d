package io.guanxi.loyalty.reward.command;

import io.guanxi.loyalty.reward.domain.RewardCommand;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What is sent to a reward's stock. */
sealed interface RewardInstruction {

    record Change(@TargetAggregateIdentifier String stream, RewardCommand command) implements RewardInstruction {}

    /** Asks how it stands; nothing happens. */
    record Look(@TargetAggregateIdentifier String stream) implements RewardInstruction {}
}
