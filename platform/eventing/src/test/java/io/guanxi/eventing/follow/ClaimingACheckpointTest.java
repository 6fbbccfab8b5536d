package io.guanxi.eventing.follow;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.guanxi.embedded.EmbeddedStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimingACheckpointTest {

    @TempDir
    static Path folder;

    private static EmbeddedStore store;
    private static MongoClient client;

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final MongoCollection<Document> collection =
            client.getDatabase("claims").getCollection("c" + UUID.randomUUID());
    private final Checkpoints first = checkpoints("first");
    private final Checkpoints second = checkpoints("second");

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

    private Checkpoints checkpoints(String instance) {
        return new Checkpoints(collection, instance, Duration.ofSeconds(10), nanos::get);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void the_first_begins_before_the_first_event_and_the_second_waits() {
        assertThat(first.claim("view")).contains(new Claim("view", 1, EventSource.NOTHING));
        assertThat(second.claim("view")).isEmpty();
    }

    @Test
    void a_silent_owner_is_followed_after_the_timeout_where_it_was() {
        Claim claim = first.claim("view").orElseThrow();
        first.advance(claim, 41);
        assertThat(second.claim("view")).isEmpty();
        pass(Duration.ofSeconds(9));
        assertThat(second.claim("view")).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(second.claim("view")).contains(new Claim("view", 2, 41));
    }

    @Test
    void an_owner_that_shows_itself_keeps_its_claim() {
        Claim claim = first.claim("view").orElseThrow();
        for (int i = 0; i < 5; i++) {
            assertThat(second.claim("view")).isEmpty();
            pass(Duration.ofSeconds(8));
            assertThat(first.beat(claim)).isTrue();
        }
    }

    @Test
    void an_owner_that_was_paused_cannot_move_the_checkpoint_of_its_successor() {
        Claim paused = first.claim("view").orElseThrow();
        second.claim("view");
        pass(Duration.ofSeconds(10));
        Claim successor = second.claim("view").orElseThrow();
        assertThat(second.advance(successor, 7)).isNotNull();
        assertThat(first.advance(paused, 3)).isNull();
        assertThat(first.beat(paused)).isFalse();
        first.release(paused);
        assertThat(second.beat(successor)).isTrue();
    }

    @Test
    void a_released_claim_and_ones_own_are_free_at_once() {
        Claim claim = first.claim("view").orElseThrow();
        first.release(claim);
        assertThat(second.claim("view")).isPresent();
        assertThat(checkpoints("second").claim("view"))
                .as("the same instance after a kill")
                .isPresent();
    }
}
