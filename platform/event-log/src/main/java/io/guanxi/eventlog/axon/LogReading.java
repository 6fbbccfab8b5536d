package io.guanxi.eventlog.axon;

import io.guanxi.eventlog.chain.Commit;
import io.guanxi.eventlog.chain.Link;
import io.guanxi.eventlog.mongo.MongoEventLog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/** The log in the words of Axon, from a position on. */
final class LogReading {

    private final MongoEventLog log;
    private final int readBatch;
    private final Serializer serializer;
    private final EventUpcaster upcasters;

    LogReading(MongoEventLog log, int readBatch, Serializer serializer, EventUpcaster upcasters) {
        this.log = log;
        this.readBatch = readBatch;
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    /** For one reader. */
    ReadAhead ahead() {
        return new ReadAhead(log, readBatch);
    }

    Stream<TrackedEventData<?>> after(long position) {
        return StreamSupport.stream(new ReadingOn(position), false);
    }

    /**
     * One batch after a position, upcast and ready to be handled. It ends before an event that cannot be read; the batch that
     * would begin with one fails.
     */
    TailBatch batch(ReadAhead ahead, long position) {
        List<Link> links = ahead.after(position);
        try {
            List<TrackedEventMessage<?>> messages = messages(links.stream().flatMap(LogReading::tracked));
            return new TailBatch(
                    messages, links.isEmpty() ? position : links.getLast().end() - 1);
        } catch (RuntimeException unreadable) {
            return readableBefore(unreadable, position, links);
        }
    }

    /** One by one: an upcaster may make several of an event, and either all of them are handed out or none. */
    private TailBatch readableBefore(RuntimeException failure, long position, List<Link> links) {
        List<TrackedEventMessage<?>> messages = new ArrayList<>();
        long read = position;
        for (TrackedEventData<?> data :
                links.stream().flatMap(LogReading::tracked).toList()) {
            try {
                messages.addAll(messages(Stream.of(data)));
            } catch (RuntimeException unreadable) {
                break;
            }
            read = ChainedEventStorageEngine.positionOf(data.trackingToken());
        }
        if (read == position) {
            throw failure;
        }
        return new TailBatch(messages, read);
    }

    private List<TrackedEventMessage<?>> messages(Stream<TrackedEventData<?>> data) {
        return EventUtils.upcastAndDeserializeTrackedEvents(data, serializer, upcasters)
                .toList();
    }

    static Stream<StoredEventData> data(Link link) {
        Commit commit = link.commit();
        return IntStream.range(0, commit.size())
                .mapToObj(i -> new StoredEventData(
                        commit.stream(), commit.version() + i, commit.events().get(i)));
    }

    private static Stream<TrackedEventData<?>> tracked(Link link) {
        long before = link.position() - link.commit().version();
        return data(link)
                .map(data ->
                        new TrackedDomainEventData<>(new GlobalSequenceTrackingToken(before + data.sequence()), data));
    }

    /** Reads on from where it is whenever it is asked: Axon's own event store asks again after the end. */
    private final class ReadingOn extends Spliterators.AbstractSpliterator<TrackedEventData<?>> {

        private final ReadAhead ahead = ahead();
        private Iterator<TrackedEventData<?>> batch = Collections.emptyIterator();
        private long position;

        ReadingOn(long position) {
            super(Long.MAX_VALUE, ORDERED | NONNULL | DISTINCT);
            this.position = position;
        }

        @Override
        public boolean tryAdvance(Consumer<? super TrackedEventData<?>> action) {
            if (!batch.hasNext()) {
                List<Link> links = ahead.after(position);
                if (links.isEmpty()) {
                    return false;
                }
                batch = links.stream().flatMap(LogReading::tracked).iterator();
                position = links.getLast().end() - 1;
            }
            action.accept(batch.next());
            return true;
        }
    }
}
