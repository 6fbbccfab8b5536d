package io.guanxi.eventlog.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.guanxi.embedded.EmbeddedStore;
import io.guanxi.eventlog.chain.Commit;
import io.guanxi.eventlog.chain.ConcurrentCommit;
import io.guanxi.eventlog.chain.Link;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes' worth of writers on few streams, and a reader that follows them. */
class WritingConcurrentlyTest {

    private static final int WRITERS = 8;
    private static final int COMMITS_PER_WRITER = 150;

    @TempDir
    Path folder;

    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, Integer> sizes = new ConcurrentHashMap<>();

    @Test
    @Timeout(60)
    void everyAcknowledgedCommitIsThereOnceAndWholeAndReadOnceInOrder() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.start(folder, 0);
                MongoClient one = MongoClients.create(store.uri());
                MongoClient two = MongoClients.create(store.uri());
                MongoEventLog here = TestLogs.open(one.getDatabase("log"));
                MongoEventLog there = TestLogs.open(two.getDatabase("log"));
                ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1)) {
            Future<List<Link>> follower = threads.submit(() -> follow(one.getDatabase("log")));
            List<Callable<Object>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                long seed = i;
                writers.add(Executors.callable(() -> write(seed % 2 == 0 ? here : there, new SplittableRandom(seed))));
            }
            for (Future<Object> writer : threads.invokeAll(writers)) {
                writer.get();
            }
            List<Link> read = follower.get(30, TimeUnit.SECONDS);

            long expected = 0;
            for (Link link : read) {
                assertThat(link.position()).isEqualTo(expected);
                assertThat(link.commit().size())
                        .isEqualTo(sizes.get(link.commit().id()));
                assertThat(link.position())
                        .isEqualTo(acknowledged.remove(link.commit().id()));
                expected = link.end();
            }
            assertThat(acknowledged).isEmpty();
            assertThat(here.end()).isEqualTo(expected);
        }
    }

    private void write(MongoEventLog log, SplittableRandom random) {
        for (int done = 0; done < COMMITS_PER_WRITER; ) {
            String stream = "acme/" + random.nextInt(5);
            Commit commit = TestLogs.commit(stream, log.lastSequence(stream) + 1, 1 + random.nextInt(4));
            try {
                sizes.put(commit.id(), commit.size());
                acknowledged.put(commit.id(), log.append(commit));
                done++;
            } catch (ConcurrentCommit lost) {
                assertThat(lost).hasMessageContaining(stream);
            }
        }
    }

    private static List<Link> follow(MongoDatabase database) {
        List<Link> whole = new ArrayList<>();
        try (MongoEventLog log = TestLogs.open(database)) {
            long position = -1;
            while (whole.size() < WRITERS * COMMITS_PER_WRITER) {
                for (Link link : log.readAfter(position, 7)) {
                    assertThat(link.position()).isEqualTo(position + 1);
                    whole.add(link);
                    position = link.end() - 1;
                }
            }
        }
        return whole;
    }
}
