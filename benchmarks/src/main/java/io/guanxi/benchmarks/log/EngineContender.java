package io.guanxi.benchmarks.log;

import io.guanxi.eventlog.axon.TokenSerializer;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** A contender behind Axon's door for storage engines; it is used as Axon's event store uses it. */
final class EngineContender implements Contender {

    private static final Serializer TOKENS = TokenSerializer.create();

    private final String name;
    private final EventStorageEngine engine;
    private final TransactionManager transactions;
    private final int fillCommit;
    private final Supplier<Footprint> footprint;
    private final LongFunction<@Nullable TrackingToken> tokenAt;
    private final Runnable closing;

    /** @param tokenAt of the event at a position of the log, counted from 0; as near as the engine can tell */
    EngineContender(
            String name,
            EventStorageEngine engine,
            TransactionManager transactions,
            int fillCommit,
            Supplier<Footprint> footprint,
            LongFunction<@Nullable TrackingToken> tokenAt,
            Runnable closing) {
        this.name = name;
        this.engine = engine;
        this.transactions = transactions;
        this.fillCommit = fillCommit;
        this.footprint = footprint;
        this.tokenAt = tokenAt;
        this.closing = closing;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void append(List<DomainEventMessage<?>> commit) {
        transactions.executeInTransaction(() -> engine.appendEvents(commit));
    }

    void snapshot(DomainEventMessage<?> snapshot) {
        transactions.executeInTransaction(() -> engine.storeSnapshot(snapshot));
    }

    @Override
    public long replay(long most, long deadlineNanos, boolean payloads) {
        long read = 0;
        try (Stream<? extends TrackedEventMessage<?>> events = engine.readEvents(null, false)) {
            Iterator<? extends TrackedEventMessage<?>> next = events.iterator();
            while (read < most && System.nanoTime() < deadlineNanos && next.hasNext()) {
                TrackedEventMessage<?> event = next.next();
                if (payloads) {
                    event.getPayload();
                }
                read++;
            }
        }
        return read;
    }

    /** As a repository loads an aggregate: the snapshot if there is one, and the events after it. */
    int load(String stream) {
        Optional<? extends DomainEventMessage<?>> snapshot = engine.readSnapshot(stream);
        snapshot.ifPresent(DomainEventMessage::getPayload);
        long first = snapshot.map(message -> message.getSequenceNumber() + 1).orElse(0L);
        DomainEventStream events = engine.readEvents(stream, first);
        int loaded = 0;
        while (events.hasNext()) {
            events.next().getPayload();
            loaded++;
        }
        return loaded;
    }

    /**
     * The size of the token that a reader would store after so many events, in bytes.
     *
     * @param warmUp so many events before it are read, so that the token holds what it holds on the way
     */
    int tokenBytes(long events, int warmUp) {
        TrackingToken from = events <= warmUp ? null : tokenAt.apply(events - warmUp - 1);
        TrackingToken last = null;
        try (Stream<? extends TrackedEventMessage<?>> read = engine.readEvents(from, false)) {
            Iterator<? extends TrackedEventMessage<?>> next = read.iterator();
            for (long left = Math.min(events, warmUp); left > 0 && next.hasNext(); left--) {
                last = next.next().trackingToken();
            }
        }
        if (last == null) {
            throw new IllegalStateException(name + ": nothing to read before event " + events);
        }
        return TOKENS.serialize(last, byte[].class).getData().length;
    }

    @Override
    public int fillCommit() {
        return fillCommit;
    }

    @Override
    public Footprint footprint() {
        return footprint.get();
    }

    @Override
    public void close() {
        closing.run();
    }
}
