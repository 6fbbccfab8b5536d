package io.guanxi.eventlog.token;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.guanxi.embedded.EmbeddedStore;
import io.guanxi.eventlog.axon.TokenSerializer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;

/** Several nodes over one collection of tokens, each with a monotonic clock of its own that only its test moves. */
final class Nodes implements AutoCloseable {

    static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final EmbeddedStore store;
    private final MongoClient client;

    Nodes(Path folder) {
        store = EmbeddedStore.start(folder, 0);
        client = MongoClients.create(store.uri());
    }

    MongoCollection<Document> tokens() {
        return client.getDatabase("nodes").getCollection("tokens");
    }

    MongoCollection<Document> effects() {
        return client.getDatabase("nodes").getCollection("effects");
    }

    /** @param clockStartsAt monotonic clocks begin anywhere, also near their overflow */
    Node node(String name, long clockStartsAt) {
        AtomicLong clock = new AtomicLong(clockStartsAt);
        return new Node(FencedTokenStore.over(tokens(), name, TIMEOUT, TokenSerializer.create(), clock::get), clock);
    }

    Node node(String name) {
        return node(name, name.hashCode());
    }

    @Override
    public void close() {
        client.close();
        store.close();
    }

    record Node(FencedTokenStore tokens, AtomicLong clock) {

        void passes(Duration time) {
            clock.addAndGet(time.toNanos());
        }
    }
}
