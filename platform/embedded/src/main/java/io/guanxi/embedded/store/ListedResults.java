package io.guanxi.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/** Documents that had to be computed all at once. */
final class ListedResults implements Results {

    private final Deque<Document> documents;

    ListedResults(Collection<Document> documents) {
        this.documents = new ArrayDeque<>(documents);
    }

    @Override
    public List<Document> next(int most) {
        List<Document> batch = new ArrayList<>();
        while (!documents.isEmpty() && batch.size() < most) {
            batch.add(documents.poll());
        }
        return batch;
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }
}
