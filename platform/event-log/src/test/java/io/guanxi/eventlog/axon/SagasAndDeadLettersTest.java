package io.guanxi.eventlog.axon;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.guanxi.embedded.EmbeddedStore;
import io.guanxi.eventlog.sample.JarEvent.JarSealed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.axonframework.extensions.mongo.eventhandling.deadletter.MongoSequencedDeadLetterQueue;
import org.axonframework.extensions.mongo.eventhandling.saga.repository.MongoSagaStore;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.AssociationValuesImpl;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an application may take of Axon's MongoDB extension beside this log: its stores of sagas and dead letters. */
@Timeout(60)
class SagasAndDeadLettersTest {

    @TempDir
    Path folder;

    private EmbeddedStore store;
    private MongoClient client;
    private MongoTemplate template;

    @BeforeEach
    void start() {
        store = EmbeddedStore.start(folder, 0);
        client = MongoClients.create(store.uri());
        template = DefaultMongoTemplate.builder()
                .mongoDatabase(client.getDatabase("log"))
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        store.close();
    }

    @Test
    void aSagaIsFoundByWhatItWaitsForUntilItEnds() {
        SagaStore<Object> sagas = MongoSagaStore.builder()
                .mongoTemplate(template)
                .serializer(TokenSerializer.create())
                .build();
        AssociationValue jar = new AssociationValue("jar", "acme/1");
        sagas.insertSaga(Filling.class, "saga-1", new Filling(), Set.of(jar));

        Filling filling = sagas.loadSaga(Filling.class, "saga-1").saga();
        filling.coins = 7;
        sagas.updateSaga(Filling.class, "saga-1", filling, new AssociationValuesImpl(Set.of(jar)));

        assertThat(sagas.findSagas(Filling.class, jar)).containsExactly("saga-1");
        assertThat(sagas.findSagas(Filling.class, new AssociationValue("jar", "acme/2")))
                .isEmpty();
        assertThat(sagas.loadSaga(Filling.class, "saga-1").saga().coins).isEqualTo(7);
        sagas.deleteSaga(Filling.class, "saga-1", Set.of(jar));
        assertThat(sagas.findSagas(Filling.class, jar)).isEmpty();
    }

    @Test
    void deadLettersOfASequenceAreKeptAndHandledInOrder() {
        MongoSequencedDeadLetterQueue<EventMessage<?>> letters = MongoSequencedDeadLetterQueue.builder()
                .processingGroup("jar-follower")
                .mongoTemplate(template)
                .serializer(TokenSerializer.create())
                .build();
        for (long n = 0; n < 3; n++) {
            letters.enqueue("acme/1", new GenericDeadLetter<>("acme/1", event(n), new IllegalStateException("no")));
        }
        assertThat(letters.contains("acme/1")).isTrue();
        List<EventMessage<?>> handled = new ArrayList<>();

        assertThat(letters.process(letter -> true, letter -> {
                    handled.add(letter.message());
                    return handled.size() == 2
                            ? Decisions.requeue(new IllegalStateException("again"))
                            : Decisions.evict();
                }))
                .isFalse();
        assertThat(letters.sequenceSize("acme/1")).isEqualTo(2);
        assertThat(letters.process(letter -> true, letter -> {
                    handled.add(letter.message());
                    return Decisions.evict();
                }))
                .isTrue();

        assertThat(handled.stream().map(EventMessage::getPayload).map(Object.class::cast))
                .containsExactly(new JarSealed(0), new JarSealed(1), new JarSealed(1), new JarSealed(2));
        assertThat(handled.getLast())
                .isInstanceOfSatisfying(
                        TrackedEventMessage.class,
                        last -> assertThat(last.trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(2)));
        assertThat(handled.getLast().getMetaData()).containsEntry("tenant", "acme");
        assertThat(letters.size()).isZero();
    }

    private static EventMessage<?> event(long n) {
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(n),
                new GenericDomainEventMessage<>("stream", "acme/1", n, new JarSealed(n))
                        .andMetaData(Map.of("tenant", "acme")));
    }

    /** As an application would write it. */
    public static final class Filling {
        public int coins;
    }
}
