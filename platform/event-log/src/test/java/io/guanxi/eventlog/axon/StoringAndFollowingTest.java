package io.guanxi.eventlog.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.guanxi.embedded.EmbeddedStore;
import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.eventlog.EventLogProperties;
import io.guanxi.eventlog.mongo.MongoEventLog;
import io.guanxi.eventlog.mongo.TestLogs;
import io.guanxi.eventlog.sample.JarEvent.JarSealed;
import io.guanxi.eventlog.token.FencedTokenStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DefaultEventBusSpanFactory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.monitoring.NoOpMessageMonitor;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.axonframework.tracing.NoOpSpanFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shape of Axon's {@code AbstractEventStoreBenchmark}, as a test: many threads store commits of five events while a
 * tracking processor reads; no event may be missing or come twice. {@code -Dguanxi.commits=5000} makes it as long as Axon's.
 */
@Timeout(1_800)
class StoringAndFollowingTest {

    private static final int THREADS = 10;
    private static final int EVENTS = 5;
    private static final int COMMITS = Integer.getInteger("guanxi.commits", 500);
    private static final int TOTAL = THREADS * EVENTS * COMMITS;
    private static final Duration CATCHING_UP = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    private EmbeddedStore store;
    private MongoClient client;
    private MongoEventLog log;
    private ChainedEventStore events;
    private TrackingEventProcessor reader;

    private final Set<String> read = new HashSet<>();
    private final List<String> twice = new CopyOnWriteArrayList<>();
    private final AtomicInteger handled = new AtomicInteger();

    @BeforeEach
    void start() {
        store = EmbeddedStore.start(folder, 0);
        client = MongoClients.create(store.uri());
        MongoDatabase database = client.getDatabase("log");
        log = TestLogs.open(database);
        EventLogProperties properties = TestLogs.properties(Duration.ofSeconds(30));
        EventCatalogue catalogue =
                EventCatalogue.builder().event("jar.sealed", JarSealed.class).build();
        events = ChainedEventStore.of(
                ChainedEventStorageEngine.of(
                        log, new Snapshots(database), catalogue, NoOpEventUpcaster.INSTANCE, 500, 100),
                properties,
                NoOpMessageMonitor.instance(),
                DefaultEventBusSpanFactory.builder()
                        .spanFactory(NoOpSpanFactory.INSTANCE)
                        .build());
        reader = TrackingEventProcessor.builder()
                .name("reader")
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers((EventMessageHandler) this::handle)
                        .build())
                .messageSource(events)
                .tokenStore(FencedTokenStore.open(database, properties, TokenSerializer.create()))
                .transactionManager(NoTransactionManager.INSTANCE)
                .trackingEventProcessorConfiguration(TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andBatchSize(200))
                .build();
    }

    @AfterEach
    void stop() {
        reader.shutDown();
        events.close();
        log.close();
        client.close();
        store.close();
    }

    private Object handle(EventMessage<?> event) {
        if (!read.add(event.getIdentifier())) {
            twice.add(event.getIdentifier());
        }
        return handled.incrementAndGet();
    }

    @Test
    void aReaderSeesEachEventOfManyWritersOnce() throws Exception {
        reader.start();
        List<String> stored = new ArrayList<>();
        try (ExecutorService writers = Executors.newFixedThreadPool(THREADS)) {
            List<Future<List<String>>> all = IntStream.range(0, THREADS)
                    .mapToObj(n -> writers.submit(() -> store("jar-" + n)))
                    .toList();
            for (Future<List<String>> one : all) {
                stored.addAll(one.get());
            }
        }

        await().atMost(CATCHING_UP).until(() -> handled.get() >= TOTAL || !twice.isEmpty());

        assertThat(twice).isEmpty();
        Set<String> missing = new HashSet<>(stored);
        missing.removeAll(read);
        assertThat(missing).isEmpty();
        assertThat(read).hasSize(TOTAL);
        assertThat(log.end()).isEqualTo(TOTAL);
        assertThat(events.tailLag()).isZero();
        await().atMost(CATCHING_UP).until(() -> events.readerLag() == 0);
    }

    private List<String> store(String jar) {
        List<String> identifiers = new ArrayList<>();
        for (int commit = 0; commit < COMMITS; commit++) {
            long first = (long) commit * EVENTS;
            List<DomainEventMessage<?>> together = new ArrayList<>();
            for (long sequence = first; sequence < first + EVENTS; sequence++) {
                together.add(new GenericDomainEventMessage<>(
                        "jar",
                        jar,
                        sequence,
                        new JarSealed(sequence),
                        MetaData.from(OriginGivingEngine.ORIGIN.asMap())));
            }
            new DefaultUnitOfWork<>(null).execute(() -> events.publish(together));
            together.forEach(event -> identifiers.add(event.getIdentifier()));
        }
        return identifiers;
    }
}
