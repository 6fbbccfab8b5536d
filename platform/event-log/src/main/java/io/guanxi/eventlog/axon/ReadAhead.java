package io.guanxi.eventlog.axon;

import io.guanxi.eventlog.chain.Link;
import io.guanxi.eventlog.mongo.MongoEventLog;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Reads a log batch by batch, and while one batch is handled already the next one, as long as there is much to read. A
 * reader at the end of the log costs nothing more. For one reader.
 */
final class ReadAhead {

    private static final Executor BESIDE =
            task -> Thread.ofVirtual().name("event-log-read-ahead").start(task);

    private final MongoEventLog log;
    private final int most;
    private @Nullable Ahead ahead;

    ReadAhead(MongoEventLog log, int most) {
        this.log = log;
        this.most = most;
    }

    /** As {@link MongoEventLog#readAfter}. */
    List<Link> after(long position) {
        Ahead begun = ahead;
        ahead = null;
        List<Link> links = begun != null && begun.position() == position ? begun.join() : log.readAfter(position, most);
        if (!links.isEmpty() && links.getLast().end() - 1 - position >= most / 2) {
            long next = links.getLast().end() - 1;
            ahead = new Ahead(next, CompletableFuture.supplyAsync(() -> log.readAfter(next, most), BESIDE));
        }
        return links;
    }

    private record Ahead(long position, CompletableFuture<List<Link>> links) {

        List<Link> join() {
            try {
                return links.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException failure ? failure : e;
            }
        }
    }
}
