package io.guanxi.eventlog.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.guanxi.embedded.EmbeddedStore;
import io.guanxi.eventlog.chain.Commit;
import io.guanxi.eventlog.chain.ConcurrentCommit;
import io.guanxi.eventlog.chain.Link;
import io.guanxi.eventlog.chain.Shards;
import io.guanxi.eventlog.signals.EventLogMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Four chains beside each other, two processes' worth of writers, and a reader for each chain. */
@Timeout(60)
class WritingToSeveralShardsTest {

    private static final Shards FOUR = new Shards(4);
    private static final int WRITERS = 6;
    private static final int COMMITS_PER_WRITER = 80;

    @TempDir
    Path folder;

    private EmbeddedStore store;
    private MongoClient client;

    @BeforeEach
    void start() {
        store = EmbeddedStore.start(folder, 0);
        client = MongoClients.create(store.uri());
    }

    @AfterEach
    void stop() {
        client.close();
        store.close();
    }

    @Test
    void eachShardIsADenseChainAndEachStreamIsWholeInItsOwn() throws Exception {
        Map<String, Commit> acknowledged = new ConcurrentHashMap<>();
        try (ShardedEventLog here = open(FOUR);
                ShardedEventLog there = open(FOUR);
                ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Callable<Object>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                long seed = i;
                writers.add(Executors.callable(
                        () -> write(seed % 2 == 0 ? here : there, new SplittableRandom(seed), acknowledged)));
            }
            for (Future<Object> writer : threads.invokeAll(writers)) {
                writer.get();
            }

            for (int shard = 0; shard < FOUR.count(); shard++) {
                assertDense(follow(here.logs().get(shard)), shard, acknowledged);
            }
            assertThat(acknowledged).isEmpty();
        }
    }

    private static void write(ShardedEventLog log, SplittableRandom random, Map<String, Commit> acknowledged) {
        for (int done = 0; done < COMMITS_PER_WRITER; ) {
            String stream = "acme/" + random.nextInt(12);
            Commit commit = TestLogs.commit(stream, log.of(stream).lastSequence(stream) + 1, 1 + random.nextInt(3));
            try {
                acknowledged.put(commit.id(), commit);
                log.append(commit);
                done++;
            } catch (ConcurrentCommit lost) {
                acknowledged.remove(commit.id());
            }
        }
    }

    /** With a token of its own, seven events at a time. */
    private static List<Link> follow(MongoEventLog shard) {
        List<Link> read = new ArrayList<>();
        List<Link> next = shard.readAfter(-1, 7);
        while (!next.isEmpty()) {
            read.addAll(next);
            next = shard.readAfter(next.getLast().end() - 1, 7);
        }
        return read;
    }

    private static void assertDense(List<Link> links, int shard, Map<String, Commit> acknowledged) {
        assertThat(links).as("shard %d", shard).isNotEmpty();
        long expected = 0;
        for (Link link : links) {
            assertThat(link.position()).isEqualTo(expected);
            assertThat(FOUR.of(link.commit().stream())).isEqualTo(shard);
            assertThat(acknowledged.remove(link.commit().id())).isEqualTo(link.commit());
            expected = link.end();
        }
    }

    @Test
    void ofTwoCommitsAtTheSamePlaceOfAStreamOneLoses() {
        try (ShardedEventLog here = open(FOUR);
                ShardedEventLog there = open(FOUR)) {
            here.append(TestLogs.commit("acme/1", 0, 2));

            assertThatThrownBy(() -> there.append(TestLogs.commit("acme/1", 0, 1)))
                    .isInstanceOf(ConcurrentCommit.class);
            assertThat(there.readStream("acme/1", 0))
                    .singleElement()
                    .satisfies(link -> assertThat(link.commit().size()).isEqualTo(2));
        }
    }

    @Test
    void aDatabaseOfFourShardsIsNotOpenedAsOneOfEight() {
        open(FOUR).close();

        assertThatThrownBy(() -> open(new Shards(8)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the event log has 4 shards (expected: 8)");
        open(FOUR).close();
    }

    private ShardedEventLog open(Shards shards) {
        MongoDatabase database = client.getDatabase("sharded");
        return ShardedEventLog.open(
                database,
                shards,
                TestLogs.properties(Duration.ofSeconds(10)),
                new EventLogMetrics(new SimpleMeterRegistry()));
    }
}
