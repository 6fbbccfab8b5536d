package io.guanxi.eventlog.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.guanxi.embedded.EmbeddedStore;
import io.guanxi.eventlog.chain.ChainBroken;
import io.guanxi.eventlog.chain.Link;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingTheLogTest {

    @TempDir
    static Path folder;

    private static EmbeddedStore store;
    private static MongoClient client;

    private MongoDatabase database;
    private MongoEventLog log;

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
    void write() {
        database = client.getDatabase("log" + System.nanoTime());
        log = TestLogs.open(database);
        log.append(TestLogs.commit("acme/1", 0, 3));
        log.append(TestLogs.commit("acme/2", 0, 1));
        log.append(TestLogs.commit("acme/1", 3, 4));
    }

    @AfterEach
    void close() {
        log.close();
        database.drop();
    }

    @Test
    void fromTheBeginning() {
        assertThat(positions(log.readAfter(-1, 100))).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(log.end()).isEqualTo(8);
    }

    @Test
    void fromEveryPositionAlsoInsideACommit() {
        for (long position = -1; position < 8; position++) {
            for (int most = 1; most < 10; most++) {
                List<Long> read = positions(log.readAfter(position, most));
                assertThat(read.stream().findFirst().orElse(8L)).isEqualTo(position + 1);
            }
        }
    }

    @Test
    void readingOnGivesEachEventOnceHoweverCommitsDifferInSize() {
        log.append(TestLogs.commit("acme/3", 0, 40));
        for (int n = 0; n < 20; n++) {
            log.append(TestLogs.commit("acme/4", n, 1));
        }
        for (int most = 1; most < 60; most += 7) {
            List<Long> read = new ArrayList<>();
            for (List<Link> links = log.readAfter(-1, most);
                    !links.isEmpty();
                    links = log.readAfter(links.getLast().end() - 1, most)) {
                read.addAll(positions(links));
            }
            assertThat(read)
                    .containsExactlyElementsOf(LongStream.range(0, 68).boxed().toList());
        }
    }

    @Test
    void theEventsOfACutCommitKeepTheirSequence() {
        Link rest = log.readAfter(5, 1).getFirst();

        assertThat(rest.commit().version()).isEqualTo(5);
        assertThat(rest.commit().size()).isEqualTo(2);
    }

    @Test
    void aStreamFromEveryVersion() {
        for (long version = 0; version <= 7; version++) {
            List<Link> read = log.readStream("acme/1", version);
            assertThat(read.stream().mapToLong(link -> link.commit().size()).sum())
                    .isEqualTo(7 - version);
        }
        assertThat(log.lastSequence("acme/1")).isEqualTo(6);
        assertThat(log.lastSequence("acme/none")).isEqualTo(-1);
    }

    @Test
    void nothingNewIsNothing() {
        assertThat(log.readAfter(7, 10)).isEmpty();
        log.append(TestLogs.commit("acme/2", 1, 1));
        assertThat(positions(log.readAfter(7, 10))).containsExactly(8L);
    }

    @Test
    void aMissingCommitStopsTheReader() {
        events().deleteOne(Filters.eq("_id", 3L));

        assertThatThrownBy(() -> log.readAfter(-1, 100))
                .isInstanceOf(ChainBroken.class)
                .hasMessageContaining("position 3");
        assertThatThrownBy(() -> log.readAfter(2, 100))
                .isInstanceOf(ChainBroken.class)
                .hasMessageContaining("position 3");
    }

    @Test
    void aReaderBeyondTheEndIsStopped() {
        assertThatThrownBy(() -> log.readAfter(20, 100))
                .isInstanceOf(ChainBroken.class)
                .hasMessageContaining("ends at 8");
    }

    @Test
    void aStreamWithAHoleIsNoStream() {
        log.append(TestLogs.commit("acme/1", 7, 1));
        events().deleteOne(Filters.eq("_id", 4L));

        assertThatThrownBy(() -> log.readStream("acme/1", 0))
                .isInstanceOf(ChainBroken.class)
                .hasMessageContaining("acme/1");
    }

    @Test
    void thePositionBeforeAnInstant() {
        assertThat(log.positionBefore(Instant.EPOCH)).isEqualTo(-1);
        assertThat(log.positionBefore(Instant.parse("2999-01-01T00:00:00Z"))).isEqualTo(7);
    }

    private MongoCollection<Document> events() {
        return database.getCollection("events");
    }

    private static List<Long> positions(List<Link> links) {
        return links.stream()
                .flatMap(link -> IntStream.range(0, link.commit().size()).mapToObj(i -> link.position() + i))
                .toList();
    }
}
