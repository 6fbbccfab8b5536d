package io.guanxi.eventlog.axon;

import io.guanxi.eventlog.chain.Provenance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Makes of the events in Axon's own tests such as our engine takes: it gives them an origin, and stores those of several
 * aggregates one aggregate after the other. Everything else is the engine's.
 */
public final class OriginGivingEngine extends AbstractEventStorageEngine {

    /** Without a cause, so that events keep the ids that the tests gave them. */
    static final Provenance ORIGIN =
            new Provenance("acme", Instant.parse("2020-02-29T12:00:00.123456Z"), "correlation-1", null, "tester", null);

    private final ChainedEventStorageEngine engine;

    private OriginGivingEngine(Settings settings, ChainedEventStorageEngine engine) {
        super(settings);
        this.engine = engine;
    }

    public static OriginGivingEngine over(ChainedEventStorageEngine engine) {
        Settings settings = new Settings();
        settings.eventSerializer(engine.getEventSerializer());
        settings.snapshotSerializer(engine.getSnapshotSerializer());
        return new OriginGivingEngine(settings, engine);
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        List<EventMessage<?>> together = new ArrayList<>();
        for (EventMessage<?> event : events) {
            if (!together.isEmpty() && !stream(together.getFirst()).equals(stream(event))) {
                engine.appendEvents(List.copyOf(together));
                together.clear();
            }
            together.add(event.andMetaData(ORIGIN.asMap()));
        }
        engine.appendEvents(together);
    }

    private static String stream(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> domain ? domain.getAggregateIdentifier() : "";
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        return engine.readEvents(token, mayBlock);
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstSequence) {
        return engine.readEvents(stream, firstSequence);
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        engine.storeSnapshot(snapshot);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return engine.readSnapshot(stream);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        return engine.lastSequenceNumberFor(stream);
    }

    @Override
    public TrackingToken createTailToken() {
        return engine.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return engine.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return engine.createTokenAt(instant);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        throw new UnsupportedOperationException("the engine does it");
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        throw new UnsupportedOperationException("the engine does it");
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readEventData(String stream, long firstSequence) {
        throw new UnsupportedOperationException("the engine does it");
    }

    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(@Nullable TrackingToken token, boolean mayBlock) {
        throw new UnsupportedOperationException("the engine does it");
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String stream) {
        throw new UnsupportedOperationException("the engine does it");
    }

    private static final class Settings extends AbstractEventStorageEngine.Builder {}
}
