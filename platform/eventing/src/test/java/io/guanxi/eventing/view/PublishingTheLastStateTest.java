package io.guanxi.eventing.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.guanxi.contracts.Envelope;
import io.guanxi.contracts.Topics;
import io.guanxi.embedded.EmbeddedStore;
import io.guanxi.eventing.Recorded;
import io.guanxi.eventing.publish.EventHeaders;
import io.guanxi.eventing.publish.EventingJson;
import io.guanxi.eventing.publish.SamplePublisher;
import io.guanxi.eventlog.RecordedEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents go on changing by another owner while this one, which was paused, publishes what is stored. */
class PublishingTheLastStateTest {

    @TempDir
    static Path folder;

    private static EmbeddedStore store;
    private static MongoClient client;

    private final SamplePublisher broker = new SamplePublisher();
    private final Counts view = new Counts();
    private ViewDocuments<Count> documents;
    private StatePublication<Count> publication;
    private long position;

    /** How many more times the other owner is faster. */
    private int changes;

    record Count(int events) {}

    @BeforeAll
    static void start() {
        store = EmbeddedStore.start(folder, 0);
        client = MongoClients.create(store.uri());
    }

    @AfterAll
    static void stop() {
        client.close();
        store.close();
    }

    @BeforeEach
    void twoDocuments() {
        documents = new ViewDocuments<>(
                view,
                client.getDatabase("last"),
                "view_" + UUID.randomUUID().toString().substring(0, 8),
                new DocumentFormat());
        change("acme/still");
        change("acme/busy");
        publication = publication(StateTopic.of(Topics.LOYALTY_ACCOUNT_STATE, this::published));
    }

    private StatePublication<Count> publication(StateTopic<Count> topic) {
        return new StatePublication<>(
                topic, "counts", "urn:guanxi:service:sample", broker.publisher(), EventingJson.mapper());
    }

    /** What is published of a document; meanwhile another owner changes it. */
    private Object published(Count count) {
        if (changes > 0) {
            changes--;
            change("acme/busy");
        }
        return Map.of("events", count.events());
    }

    private void change(String key) {
        RecordedEvent event = Recorded.event(position++, key, "something");
        new BatchFold<>(view, documents, () -> {}).apply(List.of(event));
    }

    @Test
    void the_last_state_of_a_key_that_is_published_is_the_one_that_is_stored() {
        changes = 4;
        publication.publishStored(List.of("acme/still", "acme/busy"), documents);
        assertThat(sequences("acme/busy").getLast())
                .isEqualTo(Long.toString(
                        documents.findVersioned("acme/busy").orElseThrow().position()));
        assertThat(sequences("acme/still")).as("what has not changed").hasSize(1);
    }

    @Test
    void an_end_that_is_not_reached_is_a_failure_and_no_silence() {
        changes = Integer.MAX_VALUE;
        assertThatThrownBy(() -> publication.publishStored(List.of("acme/busy"), documents))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("counts");
    }

    @Test
    void documents_for_the_views_own_use_are_not_published_and_leave_no_tombstone() {
        publication(StateTopic.of(Topics.LOYALTY_ACCOUNT_STATE, key -> key.endsWith("still"), this::published))
                .publishStored(List.of("acme/still", "acme/busy"), documents);
        assertThat(sequences("acme/still")).hasSize(1);
        assertThat(sequences("acme/busy")).isEmpty();
    }

    private List<@Nullable String> sequences(String key) {
        return broker.published().stream()
                .filter(record -> key.equals(new String(record.key(), StandardCharsets.UTF_8)))
                .map(record -> EventHeaders.text(record.headers(), Envelope.SEQUENCE))
                .toList();
    }

    private static final class Counts implements KeylessView<Count> {

        @Override
        public String name() {
            return "counts";
        }

        @Override
        public Class<Count> document() {
            return Count.class;
        }

        @Override
        public Count evolve(@Nullable Count current, RecordedEvent event) {
            return new Count(current == null ? 1 : current.events() + 1);
        }
    }
}
