package io.guanxi.eventlog.axon;

import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.eventlog.chain.Commit;
import io.guanxi.eventlog.chain.ConcurrentCommit;
import io.guanxi.eventlog.chain.Link;
import io.guanxi.eventlog.chain.Provenance;
import io.guanxi.eventlog.chain.StoredEvent;
import io.guanxi.eventlog.mongo.MongoEventLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;
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
    private final int readBatch;

    private ChainedEventStorageEngine(
            Settings settings, MongoEventLog log, Snapshots snapshots, ShortStreams shortStreams, int readBatch) {
        super(settings);
        this.log = log;
        this.snapshots = snapshots;
        this.shortStreams = shortStreams;
        this.readBatch = readBatch;
    }

    public static ChainedEventStorageEngine of(
            MongoEventLog log,
            Snapshots snapshots,
            EventCatalogue catalogue,
            EventUpcaster upcasters,
            int readBatch,
            int snapshotEvery) {
        Settings settings = new Settings();
        settings.eventSerializer(new CatalogueSerializer(catalogue));
        settings.snapshotSerializer(SnapshotSerializer.of(catalogue));
        settings.upcasterChain(upcasters);
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
            if (!domain.getAggregateIdentifier().equals(first.getAggregateIdentifier())
                    || domain.getSequenceNumber() != first.getSequenceNumber() + stored.size()) {
                throw new IllegalArgumentException(
                        "events of " + first.getAggregateIdentifier() + " and " + domain.getAggregateIdentifier()
                                + " in one unit of work (expected: of one aggregate, in order)");
            }
            stored.add(stored(domain, serializer));
        }
        append(new Commit(
                UUID.randomUUID().toString(), first.getAggregateIdentifier(), first.getSequenceNumber(), stored));
    }

    private void append(Commit commit) {
        try {
            log.append(commit);
        } catch (ConcurrentCommit lost) {
            throw new ConcurrencyException(lost.getMessage(), lost);
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
        return new StoredEvent(
                event.getIdentifier(),
                body.getType().getName(),
                body.getType().getRevision(),
                body.getData(),
                event.getTimestamp(),
                Provenance.of(event.getMetaData()));
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
        return links.stream().flatMap(ChainedEventStorageEngine::data);
    }

    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(@Nullable TrackingToken token, boolean mayBlock) {
        return Stream.iterate(
                        log.readAfter(positionOf(token), readBatch),
                        links -> !links.isEmpty(),
                        links -> log.readAfter(links.getLast().end() - 1, readBatch))
                .flatMap(List::stream)
                .flatMap(ChainedEventStorageEngine::tracked);
    }

    /**
     * One batch after a position, upcast and ready to be handled. It ends before an event that cannot be read; the batch that
     * would begin with one fails.
     */
    TailBatch readBatch(long position) {
        List<Link> links = log.readAfter(position, readBatch);
        Iterator<? extends TrackedEventMessage<?>> readable = EventUtils.upcastAndDeserializeTrackedEvents(
                        links.stream().flatMap(ChainedEventStorageEngine::tracked), getEventSerializer(), upcasterChain)
                .iterator();
        List<TrackedEventMessage<?>> messages = new ArrayList<>();
        try {
            readable.forEachRemaining(messages::add);
        } catch (RuntimeException unreadable) {
            if (messages.isEmpty()) {
                throw unreadable;
            }
            return new TailBatch(messages, positionOf(messages.getLast().trackingToken()));
        }
        return new TailBatch(
                messages, links.isEmpty() ? position : links.getLast().end() - 1);
    }

    private static Stream<StoredEventData> data(Link link) {
        Commit commit = link.commit();
        return Stream.iterate(0, i -> i < commit.size(), i -> i + 1)
                .map(i -> new StoredEventData(
                        commit.stream(), commit.version() + i, commit.events().get(i)));
    }

    private static Stream<TrackedEventData<?>> tracked(Link link) {
        long before = link.position() - link.commit().version();
        return data(link)
                .map(data ->
                        new TrackedDomainEventData<>(new GlobalSequenceTrackingToken(before + data.sequence()), data));
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

    /**
     * What one read brought.
     *
     * @param last the position up to which it read; upcasters may have left no message there
     */
    record TailBatch(List<TrackedEventMessage<?>> messages, long last) {}

    private static final class Settings extends AbstractEventStorageEngine.Builder {}
}
