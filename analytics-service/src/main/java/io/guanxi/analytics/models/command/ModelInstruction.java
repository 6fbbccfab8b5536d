package io.guanxi.analytics.models.command;

import io.guanxi.analytics.models.domain.ModelBook;
import io.guanxi.analytics.models.domain.ModelCommand;
import java.util.function.Consumer;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * A command and the book it is for.
 *
 * @param precondition told of the book before anything is decided; throws if it is not as it was seen
 */
record ModelInstruction(
        @TargetAggregateIdentifier String stream, ModelCommand command, Consumer<ModelBook> precondition) {

    /** A command that had its effect already was sent on what was seen at that time. */
    void check(ModelBook present) {
        if (!present.done().contains(command.cause().command())) {
            precondition.accept(present);
        }
    }
}
