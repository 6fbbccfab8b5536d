package io.guanxi.eventlog.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import io.guanxi.eventlog.StoreTrouble;
import io.guanxi.eventlog.chain.ChainStore;
import io.guanxi.eventlog.chain.Link;
import java.util.List;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The chain in a MongoDB collection: the position is the {@code _id}; (stream, version) has a unique index. */
final class MongoChainStore implements ChainStore {

    private static final InsertManyOptions ORDERED = new InsertManyOptions().ordered(true);

    private final MongoCollection<Link> links;

    /** The same collection, for questions whose answer is not a whole link. */
    private final MongoCollection<Document> documents;

    MongoChainStore(MongoCollection<Link> links) {
        this.links = links;
        this.documents = links.withDocumentClass(Document.class);
    }

    @Override
    public Written insert(List<Link> group) {
        try {
            links.insertMany(group, ORDERED);
            return new Written.All();
        } catch (MongoBulkWriteException refused) {
            return refused(refused);
        } catch (MongoException e) {
            throw StoreTrouble.mayPass(e) ? new StoreAway(e) : e;
        }
    }

    /** Only the kind of the error is looked at, never its text, which differs between servers. */
    private static Written refused(MongoBulkWriteException refused) {
        if (refused.getWriteConcernError() != null || refused.getWriteErrors().isEmpty()) {
            throw new StoreAway(refused);
        }
        BulkWriteError error = refused.getWriteErrors().getFirst();
        if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
            throw StoreTrouble.mayPass(refused) ? new StoreAway(refused) : refused;
        }
        return new Written.Duplicate(error.getIndex());
    }

    @Override
    public @Nullable Place find(String stream, long version) {
        return reading(() -> {
            Document found = documents
                    .find(and(eq(CommitDocuments.STREAM, stream), eq(CommitDocuments.VERSION, version)))
                    .projection(include(CommitDocuments.COMMIT))
                    .first();
            return found == null ? null : new Place(position(found), found.getString(CommitDocuments.COMMIT));
        });
    }

    @Override
    public long end() {
        Long end = reading(() -> {
            Document last = documents
                    .find()
                    .sort(descending(CommitDocuments.POSITION))
                    .projection(include(CommitDocuments.COUNT))
                    .limit(1)
                    .first();
            return last == null ? 0L : position(last) + last.getInteger(CommitDocuments.COUNT);
        });
        return end == null ? 0 : end;
    }

    private static long position(Document document) {
        return document.getLong(CommitDocuments.POSITION);
    }

    private static <T> @Nullable T reading(Supplier<@Nullable T> query) {
        try {
            return query.get();
        } catch (MongoException e) {
            throw StoreTrouble.mayPass(e) ? new StoreAway(e) : e;
        }
    }
}
