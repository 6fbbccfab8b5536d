package io.guanxi.embedded.store;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.function.IntFunction;

/** What is left of a query after its first batch. */
final class StoreCursor extends AbstractCursor {

    private final Results results;
    private final IntFunction<List<Document>> read;
    private volatile long usedAt = System.nanoTime();

    /** @param read reads a batch of the results under the locks of their collection */
    StoreCursor(long id, Results results, IntFunction<List<Document>> read) {
        super(id);
        this.results = results;
        this.read = read;
    }

    @Override
    public synchronized boolean isEmpty() {
        return results.isEmpty();
    }

    @Override
    public synchronized List<Document> takeDocuments(int numberToReturn) {
        usedAt = System.nanoTime();
        return read.apply(numberToReturn);
    }

    long idleNanos() {
        return System.nanoTime() - usedAt;
    }
}
