package io.guanxi.loyalty.programme.command;

import io.guanxi.loyalty.programme.domain.Programme;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand;
import io.guanxi.loyalty.programme.domain.ProgrammeTerms;
import java.util.function.IntConsumer;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * A command and the programme it is for.
 *
 * @param precondition told the revision of what the command is about, before anything is decided; throws if it is not the
 *     expected one
 */
record ProgrammeInstruction(
        @TargetAggregateIdentifier String stream, ProgrammeCommand command, IntConsumer precondition) {

    /** A command that had its effect already was sent on the revision of that time. */
    void check(Programme present, ProgrammeTerms terms) {
        if (!present.hasDone(command.id())) {
            present.revisionFor(command, terms).ifPresent(precondition::accept);
        }
    }
}
