package io.guanxi.eventlog.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.guanxi.embedded.EmbeddedStore;
import io.guanxi.eventlog.chain.Link;
import io.guanxi.eventlog.signals.EventLogMetrics;
import io.guanxi.eventlog.signals.EventLogSignals;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Prints figures of the log on the embedded store, which is not MongoDB. No part of the gate:
 * {@code mvn -pl platform/event-log test -Dtest=MeasuringAppends}.
 */
class MeasuringAppends {

    private static final int COMMITS = 20_000;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} writers")
    @ValueSource(ints = {1, 8, 32, 128})
    void appendsThenReads(int writers) throws Exception {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        try (EmbeddedStore store = EmbeddedStore.start(folder, 0);
                MongoClient client = MongoClients.create(store.uri());
                MongoEventLog log = MongoEventLog.open(
                        client.getDatabase("log"),
                        TestLogs.properties(Duration.ofSeconds(10)),
                        new EventLogMetrics(meters))) {
            int each = (writers == 1 ? COMMITS / 4 : COMMITS) / writers;
            List<long[]> latencies = new ArrayList<>();
            long started = System.nanoTime();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Callable<long[]>> tasks = new ArrayList<>();
                for (int i = 0; i < writers; i++) {
                    String stream = "acme/" + i;
                    tasks.add(() -> write(log, stream, each));
                }
                for (Future<long[]> task : threads.invokeAll(tasks)) {
                    latencies.add(task.get());
                }
            }
            report("append", writers, each * writers, started, latencies, meters);
            long reading = System.nanoTime();
            int read = 0;
            for (List<Link> links = log.readAfter(-1, 500);
                    !links.isEmpty();
                    links = log.readAfter(links.getLast().end() - 1, 500)) {
                read += links.size();
            }
            System.out.printf(
                    "read %d commits of one event: %.0f/s%n", read, read * 1e9 / (System.nanoTime() - reading));
        }
    }

    private static void report(
            String what, int writers, int count, long started, List<long[]> latencies, SimpleMeterRegistry meters) {
        double seconds = (System.nanoTime() - started) / 1e9;
        long[] sorted =
                latencies.stream().flatMapToLong(LongStream::of).sorted().toArray();
        System.out.printf(
                "%s, %d writers: %d commits of one event in %.2f s = %.0f/s, median %.2f ms, p99 %.2f ms, group %.1f%n",
                what,
                writers,
                count,
                seconds,
                count / seconds,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6,
                meters.get(EventLogSignals.GROUP_SIZE.meter()).summary().mean());
    }

    private static long[] write(MongoEventLog log, String stream, int commits) {
        long[] latencies = new long[commits];
        for (int version = 0; version < commits; version++) {
            long started = System.nanoTime();
            log.append(TestLogs.commit(stream, version, 1));
            latencies[version] = System.nanoTime() - started;
        }
        return latencies;
    }
}
