package io.guanxi.analytics.models.command;

import io.guanxi.analytics.models.domain.ModelBook;
import io.guanxi.analytics.models.domain.ModelCommand;
import io.guanxi.analytics.models.domain.ModelEvent;
import io.guanxi.eventlog.Commands;
import io.guanxi.kernel.Origin;
import java.time.Instant;
import java.util.Iterator;
import java.util.function.Consumer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/**
 * The models, rules and segments of all tenants, one book each, named {@code tenant/models}.
 *
 * <p>Every method that records throws {@link io.guanxi.kernel.CommandRefused} for a {@code ModelRejection} and what
 * {@link Commands#send} throws.
 */
@Component
public class Models {

    private final Commands commands;
    private final EventStore log;

    Models(Commands commands, EventStore log) {
        this.commands = commands;
        this.log = log;
    }

    /**
     * @param happened when what is recorded happened in the world
     * @return the tenant's book after the command
     */
    public ModelBook record(String tenant, ModelCommand command, Origin origin, Instant happened) {
        return record(tenant, command, origin, happened, book -> {});
    }

    /**
     * @param precondition told of the book before anything is decided; what it throws comes out here
     * @return the tenant's book after the command
     */
    public ModelBook record(
            String tenant, ModelCommand command, Origin origin, Instant happened, Consumer<ModelBook> precondition) {
        return commands.send(new ModelInstruction(stream(tenant), command, precondition), origin, happened);
    }

    /**
     * The tenant's book as the log has it now, so also what was recorded a moment ago.
     *
     * @throws RuntimeException what reading the log throws
     */
    public ModelBook of(String tenant) {
        ModelBook book = ModelBook.empty();
        Iterator<?> events = log.readEvents(stream(tenant), 0)
                .asStream()
                .map(message -> message.getPayload())
                .iterator();
        while (events.hasNext()) {
            book = ModelBook.evolve(book, (ModelEvent) events.next());
        }
        return book;
    }

    /** No customer's id: those are UUIDs. */
    private static String stream(String tenant) {
        return tenant + "/models";
    }
}
