package io.guanxi.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kill shows what is safe from the end of the process; of a loss of power it shows nothing. */
class StoreSurvivesKillTest {

    private static final int ROUNDS = 3;

    @TempDir
    Path folder;

    @Test
    void everyAcknowledgedWriteIsThereAfterAKillAndIndexesAgreeWithTheirCollection() throws Exception {
        Map<String, String> acknowledged = new TreeMap<>();
        Set<String> seen = new TreeSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            try (Child child = Child.start(
                    WritingUntilKilled.class,
                    folder.resolve("child" + round),
                    folder.resolve("data").toString(),
                    Integer.toString(round))) {
                child.await("ack", 200 + round * 130);
                child.await("seen", 40);
                child.kill();
                child.said("ack").forEach(ack -> remember(ack, acknowledged));
                seen.addAll(child.said("seen"));
            }
            // The last of a batch, which is what a reader of the end sees, is never deleted.
            check(acknowledged, seen);
        }
        assertThat(seen).hasSizeGreaterThan(ROUNDS * 10);
        assertThat(acknowledged).hasSizeGreaterThan(ROUNDS * 200 / 2);
    }

    private static void remember(String ack, Map<String, String> acknowledged) {
        String[] words = ack.split(" ");
        acknowledged.put(words[1], words[0]);
    }

    private void check(Map<String, String> acknowledged, Set<String> seen) {
        try (EmbeddedStore store = EmbeddedStore.start(folder.resolve("data"), 0);
                MongoClient client = MongoClients.create(store.uri())) {
            MongoCollection<Document> events = client.getDatabase("kill").getCollection("events");
            Map<String, Document> stored = new TreeMap<>();
            events.find().forEach(event -> stored.put(event.getString("_id"), event));
            acknowledged.forEach((id, what) -> {
                switch (what) {
                    case "inserted" -> assertThat(stored).containsKey(id);
                    case "updated" ->
                        assertThat(stored.get(id).getInteger("due")).isEqualTo(-1);
                    default -> assertThat(stored).doesNotContainKey(id);
                }
            });
            assertThat(stored.keySet()).containsAll(seen);
            assertThat(idsBy(events, "due")).containsExactlyInAnyOrderElementsOf(stored.keySet());
            stored.values()
                    .forEach(event -> assertThat(events.find(Filters.and(
                                            Filters.eq("stream", event.get("stream")),
                                            Filters.eq("version", event.get("version"))))
                                    .first())
                            .isEqualTo(event));
        }
    }

    /** Reads by the index of a field, since the order asks for it. */
    private static List<String> idsBy(MongoCollection<Document> events, String field) {
        List<String> ids = new ArrayList<>();
        events.find(Filters.gte(field, Integer.MIN_VALUE))
                .sort(new Document(field, 1))
                .forEach(event -> ids.add(event.getString("_id")));
        return ids;
    }
}
