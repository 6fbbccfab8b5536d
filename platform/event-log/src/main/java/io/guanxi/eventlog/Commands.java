package io.guanxi.eventlog;

import io.guanxi.eventlog.chain.OutcomeUnknown;
import io.guanxi.eventlog.chain.Provenance;
import io.guanxi.eventlog.signals.EventLogMetrics;
import io.guanxi.kernel.CommandRefused;
import io.guanxi.kernel.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Sends a command to the aggregate that decides about it, on the caller's thread, and returns when the outcome is stored.
 *
 * <p>A conflict with another writer of the same aggregate is not the caller's business: the command is decided again on the
 * newer state, a bounded number of times, with growing, jittered pauses.
 */
public final class Commands {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

    private final CommandBus bus;
    private final CurrentTrace trace;
    private final EventLogMetrics metrics;
    private final int attempts;
    private final RandomGenerator jitter;

    public Commands(CommandBus bus, CurrentTrace trace, EventLogMetrics metrics, int attempts, RandomGenerator jitter) {
        this.bus = bus;
        this.trace = trace;
        this.metrics = metrics;
        this.attempts = attempts;
        this.jitter = jitter;
    }

    /**
     * @param instruction the command with the identifier of its aggregate
     * @param origin who and what caused it; it is stored with every event
     * @param happened when what is reported happened in the world
     * @return what the command handler returned, if it returns something
     * @throws CommandRefused if the aggregate refuses; nothing is stored
     * @throws CommandConflict if others were faster every time; nothing is stored
     * @throws OutcomeUnknown if the store went away in between; see there
     * @throws com.mongodb.MongoException if the store cannot be reached or fails; nothing is stored
     */
    @SuppressWarnings("TypeParameterUnusedInFormals") // The handler's return type is known to the caller only.
    public <R> R send(Object instruction, Origin origin, Instant happened) {
        Provenance provenance = Provenance.of(origin, happened, trace.traceparent());
        for (int attempt = 1; ; attempt++) {
            try {
                return dispatch(instruction, provenance);
            } catch (ConcurrencyException | AggregateStreamCreationException conflict) {
                metrics.commandRetried();
                if (attempt >= attempts) {
                    throw new CommandConflict(
                            instruction.getClass().getSimpleName() + " met another writer " + attempts + " times",
                            conflict);
                }
                pause(attempt);
            }
        }
    }

    private <R> R dispatch(Object instruction, Provenance provenance) {
        CommandMessage<Object> command = new GenericCommandMessage<>(instruction, MetaData.from(provenance.asMap()));
        FutureCallback<Object, R> answer = new FutureCallback<>();
        bus.dispatch(command, answer);
        var result = answer.getResult();
        if (result.isExceptional()) {
            throw asRuntime(result.exceptionResult());
        }
        return result.getPayload();
    }

    private static RuntimeException asRuntime(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException runtime
                ? runtime
                : new IllegalStateException("a command handler failed", failure);
    }

    private void pause(int attempt) {
        long most = Math.min(LONGEST_PAUSE.toNanos(), FIRST_PAUSE.toNanos() << Math.min(attempt, 20));
        try {
            Thread.sleep(Duration.ofNanos(jitter.nextLong(most) + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
