package io.guanxi.eventlog.mongo;

import com.mongodb.client.MongoDatabase;
import io.guanxi.eventlog.EventLogProperties;
import io.guanxi.eventlog.SampleEvents;
import io.guanxi.eventlog.chain.Commit;
import io.guanxi.eventlog.chain.StoredEvent;
import io.guanxi.eventlog.signals.EventLogMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.util.unit.DataSize;

/** Logs and commits for tests. */
public final class TestLogs {

    private TestLogs() {}

    public static EventLogProperties properties(Duration appendTimeout) {
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

    public static MongoEventLog open(MongoDatabase database) {
        return MongoEventLog.open(
                database, properties(Duration.ofSeconds(10)), new EventLogMetrics(new SimpleMeterRegistry()));
    }

    public static Commit commit(String stream, long version, int events) {
        String id = UUID.randomUUID().toString();
        List<StoredEvent> stored = IntStream.range(0, events)
                .mapToObj(n -> SampleEvents.event(id + "-" + n))
                .toList();
        return new Commit(id, stream, version, stored);
    }
}
