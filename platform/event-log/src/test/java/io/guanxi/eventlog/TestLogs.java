package io.guanxi.eventlog;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.util.unit.DataSize;

/** Logs and commits for tests. */
final class TestLogs {

    private TestLogs() {}

    static EventLogProperties properties(Duration appendTimeout) {
        return new EventLogProperties(
                EventLogProperties.Durability.MAJORITY,
                appendTimeout,
                100,
                DataSize.ofMegabytes(8),
                Duration.ofMillis(50),
                100,
                100,
                100,
                10,
                Duration.ofSeconds(10),
                null);
    }

    static MongoEventLog open(MongoDatabase database) {
        return MongoEventLog.open(
                database, properties(Duration.ofSeconds(10)), new EventLogMetrics(new SimpleMeterRegistry()));
    }

    static Commit commit(String stream, long version, int events) {
        String id = UUID.randomUUID().toString();
        List<StoredEvent> stored = IntStream.range(0, events)
                .mapToObj(n -> SampleEvents.event(id + "-" + n))
                .toList();
        return new Commit(id, stream, version, stored);
    }
}
