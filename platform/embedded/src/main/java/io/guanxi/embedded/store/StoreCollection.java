package io.guanxi.embedded.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a collection in the order of their ids. Many may read at once; who writes is alone, from the check of
 * the unique indexes to the last index entry.
 */
final class StoreCollection extends AbstractMongoCollection<Position> {

    /** Documents in a batch for which the client names no size. */
    static final int BATCH = 1000;

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final MVMap<byte[], byte[]> documents;
    private final PrimaryIndex all;
    private final StoreContext context;

    /** The number of the last change; guarded by the lock. */
    private long lastChange;

    /** Whether only the first match is wanted; guarded by the write lock. */
    private boolean firstOnly;

    StoreCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<byte[], byte[]> documents,
            StoreContext context) {
        super(database, name, options, context.cursors().registry());
        this.documents = documents;
        this.all = new PrimaryIndex(documents);
        this.context = context;
    }

    PrimaryIndex primaryIndex() {
        return all;
    }

    MVMap<byte[], byte[]> documents() {
        return documents;
    }

    private <T> T reading(Supplier<T> work) {
        lock.readLock().lock();
        MVStore.TxCounter version = context.store().registerVersionUsage();
        try {
            return work.get();
        } finally {
            context.commits().saw(lastChange);
            context.store().deregisterVersionUsage(version);
            lock.readLock().unlock();
        }
    }

    private <T> T writing(Supplier<T> work) {
        lock.writeLock().lock();
        try {
            return work.get();
        } finally {
            lastChange = context.commits().changed();
            lock.writeLock().unlock();
        }
    }

    private void writing(Runnable work) {
        writing(() -> {
            work.run();
            return true;
        });
    }

    // ---- reading

    @Override
    public QueryResult handleQuery(QueryParameters parameters) {
        return reading(() -> super.handleQuery(parameters));
    }

    @Override
    public Document handleDistinct(Document query) {
        return reading(() -> super.handleDistinct(query));
    }

    @Override
    public int count(@Nullable Document query, int skip, int limit) {
        return reading(() -> {
            int found = query == null || query.isEmpty() ? documents.size() : matching(query);
            int counted = Math.max(0, found - Math.max(0, skip));
            return limit > 0 ? Math.min(limit, counted) : counted;
        });
    }

    private int matching(Document query) {
        int[] count = {0};
        walk(query, null, 0, 0).visit((any, other) -> {
            count[0]++;
            return true;
        });
        return count[0];
    }

    @Override
    protected QueryResult queryDocuments(
            @Nullable Document query,
            @Nullable Document orderBy,
            int numberToSkip,
            int limit,
            int batchSize,
            @Nullable Document fieldSelector) {
        Results results = results(query, orderBy, numberToSkip, firstOnly ? 1 : limit);
        int most = batchSize > 0 ? batchSize : Integer.MAX_VALUE;
        List<Document> first = new ArrayList<>();
        do {
            first.addAll(projected(results.next(most), fieldSelector));
        } while (batchSize <= 0 && !results.isEmpty());
        if (results.isEmpty()) {
            return new QueryResult(first);
        }
        StoreCursor cursor = context.cursors()
                .open(
                        results,
                        size -> reading(() -> {
                            List<Document> batch = results.next(size > 0 ? size : BATCH);
                            return projected(batch, fieldSelector);
                        }));
        return new QueryResult(first, cursor);
    }

    private Results results(@Nullable Document query, @Nullable Document sort, int skip, int limit) {
        Predicate<Document> matches = matches(query);
        Plan plan = plan(query, sort, limit == 0 ? 0 : skip + limit);
        if (sort == null || sort.isEmpty() || plan.sorted()) {
            return new IndexWalk(plan, documents, matches, skip, limit);
        }
        return new SortedResults(new IndexWalk(plan, documents, matches, 0, 0), documents, matches, sort, skip, limit);
    }

    private IndexWalk walk(@Nullable Document query, @Nullable Document sort, int skip, int limit) {
        return new IndexWalk(plan(query, sort, limit), documents, matches(query), skip, limit);
    }

    private Plan plan(@Nullable Document query, @Nullable Document sort, int wanted) {
        List<OrderedIndex> indexes = new ArrayList<>();
        indexes.add(all);
        for (Index<Position> index : getIndexes()) {
            if (index instanceof SecondaryIndex secondary) {
                indexes.add(secondary);
            }
        }
        return new Planner(query, sort, wanted).choose(indexes);
    }

    private Predicate<Document> matches(@Nullable Document query) {
        return document -> query == null || documentMatchesQuery(document, query);
    }

    private List<Document> projected(List<Document> batch, @Nullable Document fields) {
        return fields == null || fields.isEmpty()
                ? batch
                : super.matchDocumentsFromStream(new Document(), batch.stream(), 0, 0, 0, null, fields)
                        .collectDocuments();
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fieldSelector) {
        return queryDocuments(query, orderBy, skip, limit, batchSize, fieldSelector);
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    @Override
    protected Document getDocument(Position position) {
        return DocumentBytes.read(Objects.requireNonNull(documents.get(position.key())));
    }

    @Override
    protected Stream<DocumentWithPosition<Position>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(entry ->
                        new DocumentWithPosition<>(DocumentBytes.read(entry.getValue()), new Position(entry.getKey())));
    }

    // ---- writing

    @Override
    public void addDocument(Document document) {
        writing(() -> super.addDocument(document));
    }

    @Override
    public void addDocuments(Stream<Document> added) {
        writing(() -> super.addDocuments(added));
    }

    @Override
    public List<Document> insertDocuments(List<Document> added, boolean isOrdered) {
        return writing(() -> super.insertDocuments(added, isOrdered));
    }

    @Override
    public Document updateDocuments(
            Document selector,
            Document update,
            ArrayFilters arrayFilters,
            boolean isMulti,
            boolean isUpsert,
            Oplog oplog) {
        return writing(() -> {
            firstOnly = !isMulti;
            try {
                return super.updateDocuments(selector, update, arrayFilters, isMulti, isUpsert, oplog);
            } finally {
                firstOnly = false;
            }
        });
    }

    @Override
    public int deleteDocuments(Document selector, int limit, Oplog oplog) {
        return writing(() -> {
            if (limit > 0) {
                return super.deleteDocuments(selector, limit, oplog);
            }
            int deleted = 0;
            int batch;
            do {
                batch = super.deleteDocuments(selector, BATCH, oplog);
                deleted += batch;
            } while (batch == BATCH);
            return deleted;
        });
    }

    @Override
    public void removeDocument(Document document) {
        writing(() -> super.removeDocument(document));
    }

    @Override
    public Document findAndModify(Document query) {
        return writing(() -> super.findAndModify(query));
    }

    @Override
    public void addIndex(Index<Position> index) {
        writing(() -> {
            boolean isNew = getIndexes().stream()
                    .noneMatch(existing -> existing.getName().equals(index.getName()));
            try {
                super.addIndex(index);
            } catch (RuntimeException e) {
                if (isNew && index instanceof SecondaryIndex unfinished) {
                    unfinished.clear();
                }
                throw e;
            }
        });
    }

    @Override
    public void dropIndex(String indexName) {
        writing(() -> super.dropIndex(indexName));
    }

    @Override
    public void drop() {
        writing(super::drop);
    }

    @Override
    public void renameTo(MongoDatabase newDatabase, String newCollectionName) {
        writing(() -> super.renameTo(newDatabase, newCollectionName));
    }

    @Override
    protected Position addDocumentInternal(Document document) {
        Position position = new Position(key(document));
        documents.put(position.key(), DocumentBytes.of(document));
        return position;
    }

    /** Documents without an id, which only the descriptions of indexes are, are numbered. */
    private byte[] key(Document document) {
        if (getIdField() != null) {
            return OrderedBytes.of(Utils.getSubdocumentValue(document, getIdField()));
        }
        byte[] last = documents.lastKey();
        long next = last == null ? 0 : ByteBuffer.wrap(last).getLong() + 1;
        return ByteBuffer.allocate(Long.BYTES).putLong(next).array();
    }

    @Override
    protected void removeDocument(Position position) {
        documents.remove(position.key());
    }

    @Override
    protected void handleUpdate(Position position, Document oldDocument, Document newDocument) {
        documents.put(position.key(), DocumentBytes.of(newDocument));
    }

    /** A running total would be one more page in every commit. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected int getDataSize() {
        return 0;
    }

    @Override
    protected void updateDataSize(int sizeDelta) {
        // Not tracked.
    }
}
