package io.guanxi.eventlog.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** Logs as they should be, in memory, as the documents of a store. */
public final class RandomLog {

    private static final String[] BODIES = {
        "{\"n\":1}", "{\"n\":2,\"text\":\"a \\\"b\\\" \\\\ c\"}", "{\"n\":3,\"text\":\"关系 \uD83E\uDD1D\\u2028\"}"
    };

    private RandomLog() {}

    /** @return at least one commit, of several streams of two tenants */
    public static List<BsonDocument> of(int commits, RandomGenerator random) {
        List<BsonDocument> log = new ArrayList<>();
        Map<String, Long> versions = new HashMap<>();
        long position = 0;
        for (int number = 0; number < commits; number++) {
            String tenant = random.nextBoolean() ? "acme" : "globex";
            String stream = tenant + "/" + random.nextInt(Math.max(2, commits / 4));
            int size = 1 + random.nextInt(4);
            long version = versions.merge(stream, (long) size, Long::sum) - size;
            log.add(commit(position, stream, version, "commit-" + number, events(number, tenant, size, random)));
            position += size;
        }
        return log;
    }

    static BsonDocument commit(long position, String stream, long version, String id, BsonArray events) {
        return new BsonDocument("_id", new BsonInt64(position))
                .append("n", new BsonInt32(events.size()))
                .append("stream", new BsonString(stream))
                .append("version", new BsonInt64(version))
                .append("commit", new BsonString(id))
                .append("events", events);
    }

    private static BsonArray events(int commit, String tenant, int size, RandomGenerator random) {
        BsonArray events = new BsonArray();
        for (int i = 0; i < size; i++) {
            events.add(new BsonDocument("id", new BsonString("event-" + commit + "-" + i))
                    .append("name", new BsonString("sample.happened"))
                    .append("revision", new BsonString("1"))
                    .append("body", new BsonString(BODIES[random.nextInt(BODIES.length)]))
                    .append("recorded", new BsonString("2020-03-01T08:00:00.000000001Z"))
                    .append("tenant", new BsonString(tenant))
                    .append("happened", new BsonString("2020-02-29T12:00:00Z"))
                    .append("correlationId", new BsonString("correlation-" + commit)));
        }
        return events;
    }

    public static long end(List<BsonDocument> log) {
        return log.stream().mapToLong(commit -> commit.getInt32("n").getValue()).sum();
    }
}
