package io.guanxi.eventing.follow;

import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.eventlog.RecordedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Reads through Axon's store, whose followers share one tail of the log and wake up when something is recorded. */
final class AxonEventSource implements EventSource {

    private final EventStore store;
    private final EventCatalogue catalogue;

    AxonEventSource(EventStore store, EventCatalogue catalogue) {
        this.store = store;
        this.catalogue = catalogue;
    }

    @Override
    public Feed openAfter(long position) {
        TrackingToken token = position == NOTHING ? null : new GlobalSequenceTrackingToken(position);
        return new AxonFeed(store.openStream(token), catalogue);
    }

    @Override
    public long head() {
        TrackingToken head = store.createHeadToken();
        return head == null ? NOTHING : head.position().orElse(NOTHING);
    }

    private record AxonFeed(BlockingStream<TrackedEventMessage<?>> stream, EventCatalogue catalogue) implements Feed {

        @Override
        public List<RecordedEvent> next(int limit, Duration wait) throws InterruptedException {
            List<RecordedEvent> events = new ArrayList<>();
            boolean more = stream.hasNextAvailable((int) wait.toMillis(), TimeUnit.MILLISECONDS);
            while (more) {
                events.add(RecordedEvent.of(stream.nextAvailable(), catalogue));
                more = events.size() < limit && stream.hasNextAvailable(0, TimeUnit.MILLISECONDS);
            }
            return events;
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
