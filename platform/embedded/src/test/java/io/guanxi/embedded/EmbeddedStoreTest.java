package io.guanxi.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.DuplicateKeyException;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoNamespace;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real driver and its default settings. */
class EmbeddedStoreTest {

    @TempDir
    Path folder;

    private EmbeddedStore store;
    private MongoClient client;
    private MongoCollection<Document> events;

    @BeforeEach
    void start() {
        store = EmbeddedStore.start(folder, 0);
        client = MongoClients.create(store.uri());
        events = client.getDatabase("test").getCollection("events");
        events.createIndex(new Document("stream", 1).append("version", 1), new IndexOptions().unique(true));
    }

    @AfterEach
    void stop() {
        client.close();
        store.close();
    }

    private void restart() {
        stop();
        start();
    }

    private static Document event(int id, String stream, int version) {
        return new Document("_id", (long) id).append("stream", stream).append("version", version);
    }

    @Test
    void anOrderedBatchEndsAtADuplicateAndKeepsExactlyWhatWasBefore() {
        events.insertOne(event(3, "other", 0));
        List<Document> batch =
                IntStream.range(0, 6).mapToObj(i -> event(i, "a", i)).toList();

        assertThatExceptionOfType(MongoBulkWriteException.class)
                .isThrownBy(() -> events.insertMany(batch))
                .satisfies(e -> {
                    assertThat(e.getWriteErrors()).hasSize(1);
                    assertThat(e.getWriteErrors().getFirst().getIndex()).isEqualTo(3);
                    assertThat(e.getWriteErrors().getFirst().getCode()).isEqualTo(11000);
                    assertThat(e.getWriteErrors().getFirst().getMessage()).contains("_id_");
                    assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(3);
                });
        assertThat(ids()).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void aDuplicateOfAUniqueIndexNamesTheIndexAndLeavesNoTrace() {
        events.insertOne(event(0, "a", 0));

        assertThatExceptionOfType(MongoWriteException.class)
                .isThrownBy(() -> events.insertOne(event(1, "a", 0)))
                .satisfies(e -> assertThat(e.getError().getCode()).isEqualTo(11000))
                .withMessageContaining("stream_1_version_1");
        assertThatExceptionOfType(MongoBulkWriteException.class)
                .isThrownBy(() -> events.insertMany(
                        List.of(event(2, "a", 0), event(3, "a", 1)), new InsertManyOptions().ordered(false)))
                .satisfies(
                        e -> assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(1));
        assertThat(ids()).containsExactly(0L, 3L);
        events.insertOne(event(1, "b", 0));
    }

    @Test
    void orderedUpdatesEndAtTheFirstError() {
        events.insertMany(List.of(event(0, "a", 0), event(1, "a", 1), event(2, "a", 2)));

        assertThatExceptionOfType(MongoBulkWriteException.class)
                .isThrownBy(() -> events.bulkWrite(List.of(
                        new UpdateOneModel<>(Filters.eq("_id", 0L), Updates.set("x", 1)),
                        new UpdateOneModel<>(Filters.eq("_id", 1L), Updates.set("version", 2)),
                        new UpdateOneModel<>(Filters.eq("_id", 2L), Updates.set("x", 1)))))
                .satisfies(e ->
                        assertThat(e.getWriteErrors().getFirst().getIndex()).isEqualTo(1));
        assertThat(events.countDocuments(Filters.eq("x", 1))).isEqualTo(1);

        events.bulkWrite(
                List.of(
                        new UpdateOneModel<>(
                                Filters.eq("_id", 8L), Updates.set("x", 2), new UpdateOptions().upsert(true)),
                        new UpdateOneModel<>(Filters.eq("_id", 2L), Updates.set("x", 2))),
                new BulkWriteOptions().ordered(false));
        assertThat(events.countDocuments(Filters.eq("x", 2))).isEqualTo(2);
    }

    @Test
    void ofManyUpsertsOfOneKeyOneInsertsAndOfManyTakersOneTakes() throws Exception {
        MongoCollection<Document> claims = client.getDatabase("test").getCollection("claims");
        List<Boolean> inserted = atOnce(8, () -> {
                    int count = 0;
                    for (int i = 0; i < 50; i++) {
                        var result = claims.updateOne(
                                Filters.eq("_id", "key" + i),
                                Updates.inc("times", 1),
                                new UpdateOptions().upsert(true));
                        count += result.getUpsertedId() == null ? 0 : 1;
                    }
                    return count;
                })
                .stream()
                .flatMap(count -> IntStream.range(0, count).mapToObj(any -> true))
                .toList();
        assertThat(inserted).hasSize(50);
        assertThat(claims.find()).hasSize(50).allMatch(claim -> claim.getInteger("times") == 8);

        List<Integer> taken = atOnce(8, () -> {
            int count = 0;
            while (claims.findOneAndUpdate(
                            Filters.exists("owner", false),
                            Updates.set("owner", Thread.currentThread().getName()),
                            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER))
                    != null) {
                count++;
            }
            return count;
        });
        assertThat(taken.stream().mapToInt(Integer::intValue).sum()).isEqualTo(50);
    }

    @Test
    void ofManyWritersOfOneVersionOneWins() throws Exception {
        List<Integer> won = atOnce(6, () -> {
            int count = 0;
            for (int version = 0; version < 60; version++) {
                try {
                    events.insertOne(new Document("stream", "contested").append("version", version));
                    count++;
                } catch (MongoWriteException e) {
                    assertThat(e.getError().getCode()).isEqualTo(11000);
                }
            }
            return count;
        });
        assertThat(won.stream().mapToInt(Integer::intValue).sum()).isEqualTo(60);
        assertThat(events.countDocuments(Filters.eq("stream", "contested"))).isEqualTo(60);
    }

    @Test
    void everythingIsThereAfterARestartAndIndexesStillRefuse() {
        events.insertMany(
                IntStream.range(0, 2500).mapToObj(i -> event(i, "a", i)).toList());
        events.createIndex(new Document("later", -1));
        restart();

        assertThat(ids()).hasSize(2500).isSorted();
        assertThat(events.listIndexes()).hasSize(3);
        assertThatExceptionOfType(MongoWriteException.class).isThrownBy(() -> events.insertOne(event(9999, "a", 7)));
        assertThat(client.listDatabaseNames()).contains("test");
    }

    @Test
    void aUniqueIndexIsRefusedWhereThereAreDuplicatesAndCanBeMadeWhenTheyAreGone() {
        events.insertMany(
                List.of(event(0, "a", 0).append("key", 1), event(1, "a", 1).append("key", 1)));
        IndexOptions unique = new IndexOptions().unique(true);

        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> events.createIndex(new Document("key", 1), unique));
        events.deleteOne(Filters.eq("_id", 1L));
        events.createIndex(new Document("key", 1), unique);
        assertThatExceptionOfType(MongoWriteException.class)
                .isThrownBy(() -> events.insertOne(event(2, "a", 2).append("key", 1)));
    }

    @Test
    void aDroppedCollectionComesBackEmptyAndARenamedOneKeepsItsIndexes() {
        events.insertOne(event(0, "a", 0));
        events.renameCollection(new MongoNamespace("test", "renamed"));
        restart();
        MongoCollection<Document> renamed = client.getDatabase("test").getCollection("renamed");
        assertThat(renamed.find(Filters.eq("stream", "a")).first()).isNotNull();
        assertThatExceptionOfType(MongoWriteException.class).isThrownBy(() -> renamed.insertOne(event(1, "a", 0)));

        renamed.drop();
        renamed.insertOne(event(1, "a", 0));
        renamed.insertOne(event(2, "a", 0));
        assertThat(renamed.countDocuments()).isEqualTo(2);
        client.getDatabase("test").drop();
        assertThat(renamed.countDocuments()).isZero();
    }

    @Test
    void aCursorGoesOnWhereItWasWhileDocumentsComeAndGo() {
        events.insertMany(
                IntStream.range(0, 100).mapToObj(i -> event(i * 2, "a", i)).toList());
        List<Long> seen = new ArrayList<>();
        for (Document event : events.find().sort(new Document("_id", 1)).batchSize(10)) {
            long id = event.getLong("_id");
            seen.add(id);
            events.deleteOne(Filters.eq("_id", id));
            if (id < 1000) {
                events.insertOne(event((int) id + 1000, "b", (int) id));
            }
        }
        assertThat(seen)
                .isSorted()
                .doesNotHaveDuplicates()
                .startsWith(0L, 2L, 4L)
                .contains(198L, 1000L);
    }

    @Test
    void aCommandOfTheServerIsAnswered() {
        assertThat(client.getDatabase("admin")
                        .runCommand(new Document("hello", 1))
                        .getBoolean("isWritablePrimary"))
                .isTrue();
        assertThat(client.getDatabase("test")
                        .runCommand(new Document("ping", 1))
                        .get("ok"))
                .isEqualTo(1.0);
        assertThatExceptionOfType(MongoCommandException.class)
                .isThrownBy(() -> client.getDatabase("test").runCommand(new Document("nonsense", 1)));
    }

    @Test
    void manySmallCommitsLeaveASmallFile() throws Exception {
        String text = "text ".repeat(50);
        atOnce(4, () -> {
            String stream = Thread.currentThread().getName();
            for (int i = 0; i < 5000; i++) {
                events.insertOne(
                        new Document("stream", stream).append("version", i).append("text", text + i));
            }
            return true;
        });
        long live = 20_000L * (text.length() + 100);
        Awaitility.await("the file is small")
                .atMost(Duration.ofSeconds(120))
                .untilAsserted(() -> assertThat(file()).isLessThan(4 * live));
        restart();
        assertThat(events.countDocuments()).isEqualTo(20_000);
        assertThat(file()).isLessThan(4 * live);
    }

    private long file() throws IOException {
        return Files.size(folder.resolve("store.mv"));
    }

    @Test
    void aUsedFolderAndATakenPortAreSaidClearly(@TempDir Path other) throws Exception {
        assertThatExceptionOfType(DataFolderInUse.class)
                .isThrownBy(() -> EmbeddedStore.start(folder, 0))
                .withMessageContaining(folder.toString());
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatExceptionOfType(PortTaken.class)
                    .isThrownBy(() -> EmbeddedStore.start(other, taken.getLocalPort()));
        }
        EmbeddedStore.start(other, 0).close();
    }

    private List<Long> ids() {
        return events.find().map(event -> event.getLong("_id")).into(new ArrayList<>());
    }

    private static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<T> results = new ArrayList<>();
            for (Future<T> result : executor.invokeAll(Collections.nCopies(threads, work))) {
                results.add(result.get());
            }
            return results;
        }
    }
}
