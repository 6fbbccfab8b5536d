package io.guanxi.eventlog;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The chain in a MongoDB collection: the position is the {@code _id}; (stream, version) has a unique index. */
final class MongoChainStore implements ChainStore {

    private static final InsertManyOptions ORDERED = new InsertManyOptions().ordered(true);

    /**
     * HostUnreachable, HostNotFound, MaxTimeMSExpired, WriteConcernFailed, NetworkTimeout, ShutdownInProgress,
     * PrimarySteppedDown, ExceededTimeLimit, ReadConcernMajorityNotAvailableYet, SocketException, NotWritablePrimary,
     * InterruptedAtShutdown, InterruptedDueToReplStateChange, NotPrimaryNoSecondaryOk, NotPrimaryOrSecondary, as in the
     * server's list of error codes.
     */
    private static final Set<Integer> TRANSIENT =
            Set.of(6, 7, 50, 64, 89, 91, 189, 262, 134, 9001, 10107, 11600, 11602, 13435, 13436);

    private final MongoCollection<Document> events;

    MongoChainStore(MongoCollection<Document> events) {
        this.events = events;
    }

    @Override
    public Written insert(List<Link> links) {
        try {
            events.insertMany(links.stream().map(CommitDocuments::document).toList(), ORDERED);
            return new Written.All();
        } catch (MongoBulkWriteException refused) {
            return refused(refused);
        } catch (MongoException e) {
            throw outcomeIsOpen(e) ? new StoreAway(e) : e;
        }
    }

    /** Only the kind of the error is looked at, never its text, which differs between servers. */
    private static Written refused(MongoBulkWriteException refused) {
        if (refused.getWriteConcernError() != null || refused.getWriteErrors().isEmpty()) {
            throw new StoreAway(refused);
        }
        BulkWriteError error = refused.getWriteErrors().getFirst();
        if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
            throw mayPass(refused, error.getCode()) ? new StoreAway(refused) : refused;
        }
        return new Written.Duplicate(error.getIndex());
    }

    @Override
    public @Nullable Place find(String stream, long version) {
        return reading(() -> {
            Document found = events.find(and(eq(CommitDocuments.STREAM, stream), eq(CommitDocuments.VERSION, version)))
                    .projection(include(CommitDocuments.COMMIT))
                    .first();
            return found == null
                    ? null
                    : new Place(CommitDocuments.position(found), found.getString(CommitDocuments.COMMIT));
        });
    }

    @Override
    public long end() {
        Long end = reading(() -> {
            Document last = events.find()
                    .sort(descending(CommitDocuments.POSITION))
                    .projection(include(CommitDocuments.COUNT))
                    .limit(1)
                    .first();
            return last == null ? 0L : CommitDocuments.end(last);
        });
        return end == null ? 0 : end;
    }

    private static <T> @Nullable T reading(Supplier<@Nullable T> query) {
        try {
            return query.get();
        } catch (MongoException e) {
            throw outcomeIsOpen(e) ? new StoreAway(e) : e;
        }
    }

    /** Whether the request may have been carried out although it failed here, or may pass if it is sent again. */
    private static boolean outcomeIsOpen(MongoException e) {
        return switch (e) {
            case MongoTimeoutException timeout -> true;
            case MongoInterruptedException interrupted -> true;
            case MongoNotPrimaryException notPrimary -> true;
            case MongoWriteConcernException writeConcern -> true;
            case MongoCommandException command -> mayPass(command, command.getErrorCode());
            case MongoServerException server -> mayPass(server, server.getCode());
            case MongoConnectionPoolClearedException cleared -> true;
            case MongoServerUnavailableException unavailable -> true;
            case MongoClientException client -> false;
            default -> true;
        };
    }

    private static boolean mayPass(MongoException e, int code) {
        return e.hasErrorLabel("RetryableWriteError")
                || e.hasErrorLabel("RetryableError")
                || e.hasErrorLabel("TransientTransactionError")
                || TRANSIENT.contains(code);
    }
}
