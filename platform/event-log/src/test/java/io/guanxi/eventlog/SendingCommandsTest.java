package io.guanxi.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.guanxi.embedded.EmbeddedStore;
import io.guanxi.eventlog.axon.CatalogueSerializer;
import io.guanxi.eventlog.axon.ChainedEventStorageEngine;
import io.guanxi.eventlog.axon.ChainedEventStore;
import io.guanxi.eventlog.axon.OriginPropagation;
import io.guanxi.eventlog.chain.StoredEvent;
import io.guanxi.eventlog.mongo.MongoEventLog;
import io.guanxi.eventlog.sample.Jar;
import io.guanxi.eventlog.sample.JarCommand;
import io.guanxi.eventlog.sample.JarInstruction;
import io.guanxi.eventlog.sample.JarRefusal;
import io.guanxi.eventlog.sample.JarService;
import io.guanxi.eventlog.token.FencedTokenStore;
import io.guanxi.kernel.CommandRefused;
import io.guanxi.kernel.Money;
import io.guanxi.kernel.Origin;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.updates.UpdateChecker;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

class SendingCommandsTest {

    private static final Origin ORIGIN = new Origin("acme", "correlation-1", "cause-1", "tester");
    private static final Instant HAPPENED = Instant.parse("2020-02-29T12:00:00.123456Z");

    @TempDir
    static Path folder;

    private static EmbeddedStore store;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        // Otherwise the update checker would stay away because it sees a test, and this test would prove nothing.
        System.setProperty("axoniq.usage.force-test-environment", "true");
        store = EmbeddedStore.start(folder, 0);
        service = JarService.start(store.uri() + "/jars", "--guanxi.event-log.snapshot-every=5");
    }

    @AfterAll
    static void stop() {
        System.clearProperty("axoniq.usage.force-test-environment");
        service.close();
        store.close();
    }

    @Test
    void anAcceptedCommandChangesTheAggregate() {
        send("acme/1", new JarCommand.PlaceJar("kitchen", HAPPENED));
        Jar jar = send("acme/1", new JarCommand.AddCoins(List.of(List.of(Money.of("1.20", "EUR")), List.of())));

        assertThat(jar.coins()).isEqualTo(1);
        assertThat(eventNames("acme/1")).containsExactly("jar.placed", "jar.coins-added", "jar.coins-added");
    }

    @Test
    void aRefusalComesOutAsItIsAndStoresNothingWhereTheAggregateIsMissing() {
        assertThatThrownBy(() -> send("acme/2", new JarCommand.AddCoins(List.of(List.of()))))
                .isInstanceOfSatisfying(
                        CommandRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(JarRefusal.NO_SUCH_JAR));

        assertThat(eventNames("acme/2")).isEmpty();
    }

    @Test
    void aRefusalComesOutAsItIsWhereTheAggregateExists() {
        send("acme/3", new JarCommand.PlaceJar("hall", HAPPENED));
        send("acme/3", new JarCommand.SealJar());

        assertThatThrownBy(() -> addCoin("acme/3"))
                .isInstanceOfSatisfying(
                        CommandRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(JarRefusal.JAR_IS_SEALED));
        assertThat(eventNames("acme/3")).hasSize(2);
    }

    @Test
    void aCommandWithoutEffectStoresNothingWhereTheAggregateIsMissing() {
        assertThat(send("acme/4", new JarCommand.LookAtJar())).isEqualTo(Jar.absent());

        assertThat(eventNames("acme/4")).isEmpty();
    }

    @Test
    void aSnapshotReplacesTheEventsBeforeIt() {
        long coins = placeAndFill("acme/5", 7);
        awaitSnapshot("acme/5");

        change("acme/5", "body", snapshot("acme/5").getString("body").replace("\"coins\":", "\"coins\":1000"));

        assertThat(addCoin("acme/5").coins()).isGreaterThan(coins + 1000);
    }

    @Test
    void aSnapshotOfAnotherRevisionIsPassedOverAndReplaced() {
        long coins = placeAndFill("acme/6", 7);
        awaitSnapshot("acme/6");

        change("acme/6", "body", "{}");
        change("acme/6", "revision", "0");

        assertThat(addCoin("acme/6").coins()).isEqualTo(coins + 1);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(snapshot("acme/6").getString("revision")).isEqualTo("1"));
    }

    @Test
    void aSnapshotThatCannotBeReadIsPassedOver() {
        long coins = placeAndFill("acme/7", 7);
        awaitSnapshot("acme/7");

        change("acme/7", "body", "nonsense");

        assertThat(addCoin("acme/7").coins()).isEqualTo(coins + 1);
    }

    @Test
    void everyBeanThatAxonWouldChooseIsOurs() {
        assertThat(service.getBean(EventStore.class)).isInstanceOf(ChainedEventStore.class);
        assertThat(service.getBean(EventBus.class)).isInstanceOf(ChainedEventStore.class);
        assertThat(service.getBean(EventStorageEngine.class)).isInstanceOf(ChainedEventStorageEngine.class);
        assertThat(service.getBean(TokenStore.class)).isInstanceOf(FencedTokenStore.class);
        assertThat(service.getBean(TransactionManager.class)).isInstanceOf(NoTransactionManager.class);
        assertThat(service.getBean(CommandBus.class)).isInstanceOf(SimpleCommandBus.class);
        assertThat(service.getBeansOfType(CorrelationDataProvider.class).values())
                .hasOnlyElementsOfType(OriginPropagation.class);
        assertThat(service.getBeansOfType(Serializer.class)).hasSize(3);
        assertThat(service.getBeansOfType(UpdateChecker.class)).isEmpty();
    }

    @Test
    void axonUsesWhatIsInTheContext() {
        Configuration axon = service.getBean(Configuration.class);

        assertThat(axon.eventStore()).isSameAs(service.getBean(EventStore.class));
        assertThat(axon.eventSerializer()).isInstanceOf(CatalogueSerializer.class);
        assertThat(axon.serializer()).isInstanceOf(Jackson3Serializer.class);
        assertThat(axon.getComponent(TransactionManager.class)).isInstanceOf(NoTransactionManager.class);
        assertThat(axon.getComponent(TokenStore.class)).isSameAs(service.getBean(TokenStore.class));
    }

    @Test
    void theIndexThatDecidesRacesExists() {
        assertThat(database().getCollection("events").listIndexes())
                .filteredOn(index -> Boolean.TRUE.equals(index.getBoolean("unique")))
                .extracting(index -> index.get("key"))
                .contains(new Document(Map.of("stream", 1, "version", 1)));
    }

    private static long placeAndFill(String jar, int coins) {
        send(jar, new JarCommand.PlaceJar("kitchen", HAPPENED));
        for (int i = 0; i < coins; i++) {
            addCoin(jar);
        }
        return coins;
    }

    private static Jar addCoin(String jar) {
        return send(jar, new JarCommand.AddCoins(List.of(List.of(Money.of("1", "EUR")))));
    }

    private static Jar send(String jar, JarCommand command) {
        return service.getBean(Commands.class).send(new JarInstruction(jar, command), ORIGIN, HAPPENED);
    }

    private static void awaitSnapshot(String stream) {
        await().atMost(Duration.ofSeconds(10)).until(() -> snapshot(stream) != null);
    }

    private static Document snapshot(String stream) {
        return snapshots().find(Filters.eq("_id", stream)).first();
    }

    private static void change(String stream, String field, String value) {
        snapshots().updateOne(Filters.eq("_id", stream), Updates.set(field, value));
    }

    private static MongoCollection<Document> snapshots() {
        return database().getCollection("snapshots");
    }

    private static MongoDatabase database() {
        return service.getBean(MongoDatabase.class);
    }

    private static List<String> eventNames(String stream) {
        return service.getBean(MongoEventLog.class).readStream(stream, 0).stream()
                .flatMap(link -> link.commit().events().stream())
                .map(StoredEvent::name)
                .toList();
    }
}
