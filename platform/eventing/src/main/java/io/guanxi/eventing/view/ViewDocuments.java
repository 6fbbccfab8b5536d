package io.guanxi.eventing.view;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import io.guanxi.web.Cursor;
import io.guanxi.web.Page;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The documents of one view in one collection. */
final class ViewDocuments<D> implements ViewStore<D> {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final int MOST_KEYS = 1000;

    private final View<D> view;
    private final MongoCollection<Document> collection;
    private final DocumentFormat format;

    ViewDocuments(View<D> view, MongoDatabase database, String collectionName, DocumentFormat format) {
        this.view = view;
        this.collection = database.getCollection(collectionName);
        this.format = format;
    }

    /** Idempotent. A unique index cannot be asked for: it would make two writers depend on each other's progress. */
    void createIndexes() {
        for (ViewIndex index : view.indexes()) {
            List<String> fields = new ArrayList<>(index.fields());
            fields.add(DocumentFormat.KEY);
            collection.createIndex(Indexes.ascending(fields), new IndexOptions().name(String.join("_", fields)));
        }
    }

    @Override
    public Optional<D> find(String key) {
        return findVersioned(key).map(Versioned::document);
    }

    @Override
    public Optional<Versioned<D>> findVersioned(String key) {
        Document stored = collection.find(eq(DocumentFormat.KEY, key)).first();
        if (stored == null) {
            return Optional.empty();
        }
        Folded<D> read = format.read(stored, view.document());
        return Optional.ofNullable(read.document()).map(document -> new Versioned<>(key, read.position(), document));
    }

    @Override
    public Map<String, D> findAll(Collection<String> keys) {
        Map<String, D> found = new LinkedHashMap<>();
        Map<String, Folded<D>> stored = load(keys);
        for (String key : keys) {
            Folded<D> read = stored.get(key);
            if (read != null && read.document() != null) {
                found.put(key, read.document());
            }
        }
        return found;
    }

    @Override
    public Page<D> page(Bson filter, Sort sort, @Nullable String cursor, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit: " + limit + " (expected: at least 1)");
        }
        String list = view.name() + (sort.descending() ? "-" : "+") + String.join(",", sort.fields());
        Bson present = and(filter, exists(DocumentFormat.GONE, false));
        Bson wanted = cursor == null
                ? present
                : and(present, Keyset.after(sort, Cursor.decode(list, cursor).position()));
        List<Document> found = collection
                .find(wanted)
                .sort(Keyset.order(sort))
                .limit(limit + 1)
                .into(new ArrayList<>());
        List<Document> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? new Cursor(list, Keyset.position(sort, shown.getLast())).encode() : null;
        return new Page<>(
                shown.stream()
                        .map(stored -> format.content(stored, view.document()))
                        .toList(),
                next);
    }

    @Override
    public long count(Bson filter) {
        return collection.countDocuments(and(filter, exists(DocumentFormat.GONE, false)));
    }

    /** The stored documents of some keys, also those that are no more. */
    Map<String, Folded<D>> load(Collection<String> keys) {
        Map<String, Folded<D>> stored = new HashMap<>();
        List<String> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += MOST_KEYS) {
            List<String> some = all.subList(from, Math.min(all.size(), from + MOST_KEYS));
            Bson filter = some.size() == 1 ? eq(DocumentFormat.KEY, some.getFirst()) : in(DocumentFormat.KEY, some);
            for (Document document : collection.find(filter)) {
                stored.put(document.getString(DocumentFormat.KEY), format.read(document, view.document()));
            }
        }
        return stored;
    }

    /** The keys in their order after a key, at most so many. */
    List<String> keysAfter(String key, int limit) {
        return collection
                .find(com.mongodb.client.model.Filters.gt(DocumentFormat.KEY, key))
                .sort(Indexes.ascending(DocumentFormat.KEY))
                .projection(new Document(DocumentFormat.KEY, 1))
                .limit(limit)
                .map(document -> document.getString(DocumentFormat.KEY))
                .into(new ArrayList<>());
    }

    /**
     * Writes the changed documents, each only if it is still the one that was read.
     *
     * @return false if at least one was not; which ones shows when they are read again
     */
    boolean write(Map<String, Folded<D>> folded) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        folded.forEach((key, document) -> {
            if (document.isChanged()) {
                writes.add(write(key, document));
            }
        });
        if (writes.isEmpty()) {
            return true;
        }
        try {
            BulkWriteResult result = collection.bulkWrite(writes, UNORDERED);
            return result.getMatchedCount() + result.getInsertedCount() == writes.size();
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)
                    && e.getWriteConcernError() == null) {
                return false;
            }
            throw e;
        }
    }

    private WriteModel<Document> write(String key, Folded<D> folded) {
        Document stored = format.write(key, folded);
        if (folded.readPosition() == Folded.NOT_STORED) {
            return new InsertOneModel<>(stored);
        }
        Bson asRead = and(eq(DocumentFormat.KEY, key), eq(DocumentFormat.POSITION, folded.readPosition()));
        return new ReplaceOneModel<>(asRead, stored);
    }
}
