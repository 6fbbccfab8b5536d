package io.guanxi.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.guanxi.embedded.EmbeddedStore;
import io.guanxi.web.IdempotencyKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgettingOldKeysTest {

    private static final Duration RETENTION = Duration.ofHours(48);

    private EmbeddedStore store;
    private MongoClient client;
    private MongoDatabase database;
    private KeyStore keys;

    @BeforeEach
    void start(@TempDir Path folder) {
        store = EmbeddedStore.start(folder, 0);
        client = MongoClients.create(store.uri());
        database = client.getDatabase("sweeping");
        keys = new KeyStore(database, Duration.ofSeconds(60));
    }

    @AfterEach
    void stop() {
        client.close();
        store.close();
    }

    @Test
    void onlyWhatIsOlderThanTheRetentionIsForgotten() {
        answered("young");
        answered("old");
        age("old", RETENTION.plusMinutes(1));
        age("young", RETENTION.minusMinutes(1));

        try (KeySweeper sweeper = new KeySweeper(database, RETENTION)) {
            assertThat(sweeper.sweep()).isEqualTo(1);
            assertThat(sweeper.sweep()).isZero();
        }
        assertThat(keys.claim("demo", new IdempotencyKey("young"), "r")).isInstanceOf(Claim.Answered.class);
        assertThat(keys.claim("demo", new IdempotencyKey("old"), "r")).isInstanceOf(Claim.Mine.class);
    }

    @Test
    void manyOldKeysAreForgottenInParts() {
        MongoCollection<Document> collection = database.getCollection(KeyStore.COLLECTION);
        Date old = Date.from(Instant.now().minus(RETENTION.multipliedBy(2)));
        collection.insertMany(java.util.stream.IntStream.range(0, 2_500)
                .mapToObj(i -> new Document("_id", "demo/" + i).append(KeyStore.SINCE, old))
                .toList());
        try (KeySweeper sweeper = new KeySweeper(database, RETENTION)) {
            assertThat(sweeper.sweep()).isEqualTo(2_500);
        }
    }

    @Test
    void aReleasedKeyIsFreeAgain() {
        Claim.Mine mine = (Claim.Mine) keys.claim("demo", new IdempotencyKey("k"), "r");
        assertThat(keys.claim("demo", new IdempotencyKey("k"), "r")).isInstanceOf(Claim.InProgress.class);
        keys.release(mine);
        assertThat(keys.claim("demo", new IdempotencyKey("k"), "other")).isInstanceOf(Claim.Mine.class);
    }

    @Test
    void aLeaseThatHasRunOutIsTakenOverByOne() {
        Claim.Mine dead = (Claim.Mine) keys.claim("demo", new IdempotencyKey("k"), "r");
        age("k", Duration.ofSeconds(61));
        Claim second = keys.claim("demo", new IdempotencyKey("k"), "r");
        Claim third = keys.claim("demo", new IdempotencyKey("k"), "r");
        assertThat(second).isInstanceOf(Claim.Mine.class);
        assertThat(third).isInstanceOf(Claim.InProgress.class);
        assertThat(keys.answer(dead, new Answer(200, Map.of(), new byte[0]))).isFalse();
    }

    private void answered(String key) {
        Claim.Mine mine = (Claim.Mine) keys.claim("demo", new IdempotencyKey(key), "r");
        assertThat(keys.answer(mine, new Answer(200, Map.of("ETag", "\"1\""), new byte[] {1})))
                .isTrue();
    }

    private void age(String key, Duration by) {
        MongoCollection<Document> collection = database.getCollection(KeyStore.COLLECTION);
        Date since = collection.find(Filters.eq("demo/" + key)).first().getDate(KeyStore.SINCE);
        collection.updateOne(
                Filters.eq("demo/" + key),
                Updates.set(KeyStore.SINCE, Date.from(since.toInstant().minus(by))));
    }
}
