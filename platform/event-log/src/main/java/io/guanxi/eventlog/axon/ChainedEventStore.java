package io.guanxi.eventlog.axon;

import io.guanxi.eventlog.EventLogProperties;
import java.util.List;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.monitoring.MessageMonitor;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event store over the chain. Unlike Axon's {@code EmbeddedEventStore}, whose pooled processors look for new events
 * twice a second, its streams tell a reader when something arrives.
 */
public final class ChainedEventStore extends AbstractEventStore implements AutoCloseable {

    private final LogTail tail;

    private ChainedEventStore(Settings settings, LogTail tail) {
        super(settings);
        this.tail = tail;
    }

    public static ChainedEventStore of(
            ChainedEventStorageEngine engine,
            EventLogProperties properties,
            MessageMonitor<? super EventMessage<?>> monitor,
            EventBusSpanFactory spans) {
        Settings settings = new Settings();
        settings.storageEngine(engine);
        settings.messageMonitor(monitor);
        settings.spanFactory(spans);
        return new ChainedEventStore(settings, new LogTail(engine, properties.pollInterval(), properties.tailEvents()));
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        tail.wake();
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        return tail.open(ChainedEventStorageEngine.positionOf(token));
    }

    /** How many events are in the log that this process has not read yet, though it has readers. Asks the store. */
    public long tailLag() {
        return tail.lag();
    }

    /** How many events the slowest reader of this process has not been handed, of those that the process has read. */
    public long readerLag() {
        return tail.readerLag();
    }

    @Override
    public void close() {
        tail.close();
    }

    private static final class Settings extends AbstractEventStore.Builder {}
}
