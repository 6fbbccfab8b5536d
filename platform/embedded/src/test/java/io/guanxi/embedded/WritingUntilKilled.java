package io.guanxi.embedded;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.bson.Document;

/** Says on its output what the store has acknowledged, as soon as it has. */
final class WritingUntilKilled {

    static final int WRITERS = 4;

    private WritingUntilKilled() {}

    public static void main(String[] arguments) {
        EmbeddedStore store = EmbeddedStore.start(Path.of(arguments[0]), 0);
        MongoClient client = MongoClients.create(store.uri());
        MongoCollection<Document> events = client.getDatabase("kill").getCollection("events");
        events.createIndex(new Document("stream", 1).append("version", 1), new IndexOptions().unique(true));
        events.createIndex(new Document("due", 1));
        int round = Integer.parseInt(arguments[1]);
        for (int writer = 0; writer < WRITERS; writer++) {
            String stream = round + "-" + writer;
            Thread.ofPlatform().start(() -> write(events, stream));
            Thread.ofPlatform().start(() -> read(events, stream));
        }
    }

    /** What a reader was shown must survive as well, acknowledged to its writer or not. */
    private static void read(MongoCollection<Document> events, String stream) {
        Document last = null;
        while (true) {
            Document event = events.find(Filters.eq("stream", stream))
                    .sort(Sorts.descending("version"))
                    .first();
            if (event != null && !event.equals(last)) {
                last = event;
                say("seen", event.getString("_id"));
            }
        }
    }

    private static void write(MongoCollection<Document> events, String stream) {
        for (int n = 0; ; n += 3) {
            int first = n;
            events.insertMany(IntStream.range(first, first + 3)
                    .mapToObj(version -> new Document("_id", stream + ":" + version)
                            .append("stream", stream)
                            .append("version", version)
                            .append("due", version))
                    .toList());
            say("inserted", stream + ":" + n);
            events.updateOne(Filters.eq("_id", stream + ":" + n), Updates.set("due", -1));
            say("updated", stream + ":" + n);
            events.deleteOne(Filters.eq("_id", stream + ":" + (n + 1)));
            say("deleted", stream + ":" + (n + 1));
        }
    }

    private static synchronized void say(String what, String id) {
        System.out.println((what.equals("seen") ? "" : "ack ") + what + " " + id);
    }
}
