package io.guanxi.eventlog.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.axonframework.eventsourcing.utils.EventStoreTestUtils.AGGREGATE;
import static org.axonframework.eventsourcing.utils.EventStoreTestUtils.createEvent;
import static org.axonframework.eventsourcing.utils.EventStoreTestUtils.createEvents;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngineTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Axon's own tests of a storage engine, on ours. Each one that cannot apply says why and tests what is so instead. */
@Timeout(60)
class KeepingAxonsContractTest
        extends AbstractEventStorageEngineTest<OriginGivingEngine, AbstractEventStorageEngine.Builder> {

    @TempDir
    Path folder;

    private ContractStore store;
    private OriginGivingEngine engine;

    @BeforeEach
    void start() {
        store = new ContractStore(folder);
        engine = createEngine();
        setTestSubject(engine);
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @Override
    protected OriginGivingEngine createEngine(UnaryOperator<AbstractEventStorageEngine.Builder> customization) {
        return store.engine(customization);
    }

    /** An event without an aggregate has no stream to stand in. */
    @Test
    @Override
    public void appendAndReadNonDomainEvent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> engine.appendEvents(new GenericEventMessage<>("Hello world")))
                .withMessageContaining("event without aggregate");
    }

    /** As above. */
    @Test
    @Override
    public void storeAndLoadApplicationEvent() {
        appendAndReadNonDomainEvent();
    }

    /** Metadata is the origin of an event and nothing else. */
    @Test
    @Override
    public void returnedEventMessageBehavior() {
        engine.appendEvents(createEvent().withMetaData(Map.of("key", "value")));

        DomainEventMessage<?> read = engine.readEvents(AGGREGATE).next();

        assertThat(Map.<String, Object>copyOf(read.getMetaData())).isEqualTo(OriginGivingEngine.ORIGIN.asMap());
        assertThat(read.andMetaData(Map.of("key", "value")).getMetaData()).containsKeys("key", "tenant");
        assertThat(read.withMetaData(Map.of("key", "value")).getMetaData()).containsOnlyKeys("key");
    }

    /** There is no index of event identifiers: a commit's own identifier and its place keep it from being stored twice. */
    @Test
    @Override
    public void uniqueKeyConstraintOnEventIdentifier() {
        engine.appendEvents(createEvent("id", AGGREGATE, 0), createEvent("id", "otherAggregate", 0));

        assertThat(engine.readEvents(null, false)).hasSize(2);
    }

    /** As above. */
    @Test
    @Override
    public void uniqueKeyConstraintOnFirstEventIdentifierThrowsAggregateIdentifierAlreadyExistsException() {
        uniqueKeyConstraintOnEventIdentifier();
    }

    /** The shape of Axon's test of engines that read in batches, which ours need not extend. */
    @Test
    void manyMoreEventsThanAreReadAtATimeAreReadWhole() {
        List<DomainEventMessage<?>> events = createEvents(3 * ContractStore.READ_BATCH + 10);
        events.forEach(engine::appendEvents);

        assertThat(engine.readEvents(AGGREGATE).asStream()).hasSize(events.size());
        assertThat(engine.readEvents(null, false).map(event -> event.getIdentifier()))
                .containsExactlyElementsOf(
                        events.stream().map(event -> event.getIdentifier()).toList());
    }
}
