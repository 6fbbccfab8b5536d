package io.guanxi.eventlog.axon;

import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.eventlog.chain.Commit;
import io.guanxi.eventlog.chain.ConcurrentCommit;
import io.guanxi.eventlog.chain.Link;
import io.guanxi.eventlog.chain.Provenance;
import io.guanxi.eventlog.chain.StoredEvent;
import io.guanxi.eventlog.mongo.MongoEventLog;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * Axon's door to the {@link MongoEventLog}. Tokens are positions: one number each. The events of one unit of work are one
 * commit, so they must belong to one aggregate. Upcasters see single events; one that looks at several is not supported,
 * since readers begin anywhere.
 */
public final class ChainedEventStorageEngine extends AbstractEventStorageEngine {

    private final MongoEventLog log;
    private final Snapshots snapshots;
    private final ShortStreams shortStreams;
    private final LogReading reading;

    private ChainedEventStorageEngine(
            Settings settings, MongoEventLog log, Snapshots snapshots, ShortStreams shortStreams, int readBatch) {
        super(settings);
        this.log = log;
        this.snapshots = snapshots;
        this.shortStreams = shortStreams;
        this.reading = new LogReading(log, readBatch, getEventSerializer(), upcasterChain);
    }

    public static ChainedEventStorageEngine of(
            MongoEventLog log,
            Snapshots snapshots,
            EventCatalogue catalogue,
            EventUpcaster upcasters,
            int readBatch,
            int snapshotEvery) {
        return of(log, snapshots, catalogue, readBatch, snapshotEvery, options -> options.upcasterChain(upcasters));
    }

    /** @param options what else Axon lets one set: upcasters, a filter of snapshots */
    public static ChainedEventStorageEngine of(
            MongoEventLog log,
            Snapshots snapshots,
            EventCatalogue catalogue,
            int readBatch,
            int snapshotEvery,
            Consumer<Builder> options) {
        Settings settings = new Settings();
        settings.eventSerializer(new CatalogueSerializer(catalogue));
        settings.snapshotSerializer(SnapshotSerializer.of(catalogue));
        // Asked about lost races alone: who stands at a place is looked up, and never read out of a message.
        settings.persistenceExceptionResolver(lostRace -> true);
        options.accept(settings);
        return new ChainedEventStorageEngine(settings, log, snapshots, new ShortStreams(snapshotEvery), readBatch);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        DomainEventMessage<?> first = domain(events.getFirst());
        List<StoredEvent> stored = new ArrayList<>(events.size());
        for (EventMessage<?> event : events) {
            DomainEventMessage<?> domain = domain(event);
            requireNext(first, stored.size(), domain);
            stored.add(stored(domain, serializer));
        }
        try {
            log.append(new Commit(
                    UUID.randomUUID().toString(), first.getAggregateIdentifier(), first.getSequenceNumber(), stored));
        } catch (ConcurrentCommit lost) {
            handlePersistenceException(lost, first);
        }
    }

    private void requireNext(DomainEventMessage<?> first, int before, DomainEventMessage<?> event) {
        if (!event.getAggregateIdentifier().equals(first.getAggregateIdentifier())) {
            throw new IllegalArgumentException("events of " + first.getAggregateIdentifier() + " and "
                    + event.getAggregateIdentifier() + " in one unit of work (expected: of one aggregate)");
        }
        if (event.getSequenceNumber() != first.getSequenceNumber() + before) {
            handlePersistenceException(
                    new IllegalArgumentException("sequence " + event.getSequenceNumber() + " (expected: "
                            + (first.getSequenceNumber() + before) + ")"),
                    event);
        }
    }

    private static DomainEventMessage<?> domain(EventMessage<?> event) {
        if (event instanceof DomainEventMessage<?> domain) {
            return domain;
        }
        throw new IllegalArgumentException("event without aggregate: "
                + event.getPayloadType().getName() + " (expected: applied by an aggregate)");
    }

    private static StoredEvent stored(DomainEventMessage<?> event, Serializer serializer) {
        SerializedObject<String> body = event.serializePayload(serializer, String.class);
        String name = body.getType().getName();
        Provenance provenance = Provenance.of(event.getMetaData());
        return new StoredEvent(
                identity(event, name, provenance.causationId()),
                name,
                body.getType().getRevision(),
                body.getData(),
                event.getTimestamp(),
                provenance);
    }

    /**
     * What another event caused has an identity that follows from it. So an event that is decided once more, because the log
     * was restored to a position before it, is the same one to everybody who had seen it.
     */
    private static String identity(DomainEventMessage<?> event, String name, @Nullable String cause) {
        if (cause == null) {
            return event.getIdentifier();
        }
        String origin = event.getAggregateIdentifier() + '\0' + event.getSequenceNumber() + '\0' + name + '\0' + cause;
        return UUID.nameUUIDFromBytes(origin.getBytes(StandardCharsets.UTF_8)).toString();
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        snapshots.store(snapshot, serializer);
    }

    /** Reads the whole snapshot here, where a failure leads to the events instead; a message would decode it later. */
    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        Optional<DomainEventMessage<?>> snapshot = super.readSnapshot(stream);
        snapshot.ifPresent(DomainEventMessage::getPayload);
        return snapshot;
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String stream) {
        if (shortStreams.contains(stream)) {
            return Stream.empty();
        }
        return snapshots.find(stream, getSnapshotSerializer()).stream();
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readEventData(String stream, long firstSequence) {
        List<Link> links = log.readStream(stream, firstSequence);
        if (firstSequence == 0) {
            shortStreams.sawWhole(
                    stream,
                    links.stream().mapToInt(link -> link.commit().size()).sum());
        }
        return links.stream().flatMap(LogReading::data);
    }

    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(@Nullable TrackingToken token, boolean mayBlock) {
        return reading.after(positionOf(token));
    }

    ReadAhead readAhead() {
        return reading.ahead();
    }

    TailBatch readBatch(ReadAhead ahead, long position) {
        return reading.batch(ahead, position);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        long last = log.lastSequence(stream);
        return last < 0 ? Optional.empty() : Optional.of(last);
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(-1);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(log.end() - 1);
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return new GlobalSequenceTrackingToken(log.positionBefore(instant));
    }

    /** @return -1 for a reader that has read nothing yet */
    static long positionOf(@Nullable TrackingToken token) {
        if (token == null) {
            return -1;
        }
        return WrappedToken.unwrapLowerBound(token) instanceof GlobalSequenceTrackingToken position
                ? position.getGlobalIndex()
                : refuse(token);
    }

    private static long refuse(TrackingToken token) {
        throw new IllegalArgumentException("token: " + token + " (expected: a position in the event log)");
    }

    private static final class Settings extends AbstractEventStorageEngine.Builder {}
}
