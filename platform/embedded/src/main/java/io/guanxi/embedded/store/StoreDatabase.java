package io.guanxi.embedded.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import org.h2.mvstore.FileStore;
import org.jspecify.annotations.Nullable;

/** A database whose collections have ordered indexes, and which keeps to what the protocol says about batches of writes. */
final class StoreDatabase extends AbstractSynchronizedMongoDatabase<Position> {

    private static final int CANNOT_CREATE_INDEX = 67;

    private final StoreContext context;

    StoreDatabase(String name, StoreContext context) {
        super(name, context.cursors().registry());
        this.context = context;
        initializeNamespacesAndIndexes();
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "find" -> {
                query.putIfAbsent("batchSize", StoreCollection.BATCH);
                yield super.handleCommand(channel, command, query, databases, oplog);
            }
            case "insert" -> counted(query, super.handleCommand(channel, command, query, databases, oplog));
            case "update" -> update(channel, command, query, databases, oplog);
            case "createindexes" -> {
                checkIndexes(query);
                yield super.handleCommand(channel, command, query, databases, oplog);
            }
            case "aggregate" -> {
                Document answer = aggregate(query, databases, oplog);
                yield answer != null ? answer : super.handleCommand(channel, command, query, databases, oplog);
            }
            default -> super.handleCommand(channel, command, query, databases, oplog);
        };
    }

    /** How many were inserted, and not how many were sent. */
    private static Document counted(Document query, Document answer) {
        List<Document> errors = Fields.documents(answer, "writeErrors");
        if (!errors.isEmpty()) {
            int sent = Fields.documents(query, "documents").size();
            answer.put("n", isOrdered(query) ? Fields.number(errors.getFirst(), "index") : sent - errors.size());
        }
        return answer;
    }

    private static boolean isOrdered(Document query) {
        return Utils.isTrue(query.getOrDefault("ordered", true));
    }

    /** Ordered updates end at the first error. */
    private Document update(Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        UpdateAnswer answer = new UpdateAnswer();
        for (Document update : Fields.documents(query, "updates")) {
            Document one = query.clone();
            one.put("updates", List.of(update));
            answer.add(super.handleCommand(channel, command, one, databases, oplog));
            if (answer.hasErrors() && isOrdered(query)) {
                break;
            }
        }
        return answer.toDocument();
    }

    private static void checkIndexes(Document query) {
        for (Document index : Fields.documents(query, "indexes")) {
            boolean unique = Utils.isTrue(index.get("unique"));
            if (unique && index.containsKey("partialFilterExpression") || index.containsKey("collation")) {
                throw new MongoServerError(
                        CANNOT_CREATE_INDEX,
                        "CannotCreateIndex",
                        "The embedded store knows no collations and no unique partial indexes: " + index.get("name"));
            }
        }
    }

    /** A pipeline that begins with a match reads by index; the rest of it runs on what was found. */
    private @Nullable Document aggregate(Document query, DatabaseResolver databases, Oplog oplog) {
        MongoCollection<Position> collection = resolveCollection(String.valueOf(query.get("aggregate")), false);
        List<Document> stages = Aggregation.parse(query.get("pipeline"));
        if (collection == null || !stages.isEmpty() && stages.getFirst().containsKey("$changeStream")) {
            return null;
        }
        boolean matches = !stages.isEmpty() && stages.getFirst().get("$match") instanceof Document;
        Document filter = matches ? (Document) stages.getFirst().get("$match") : new Document();
        List<Document> rest = matches ? stages.subList(1, stages.size()) : stages;
        Aggregation aggregation = Aggregation.fromPipeline(rest, databases, this, collection, oplog);
        aggregation.validate(query);
        return answer(
                collection,
                isCount(rest)
                        ? count(collection.count(filter, 0, 0))
                        : aggregation.runStages(collection.handleQueryAsStream(filter)));
    }

    private Document answer(MongoCollection<Position> collection, List<Document> documents) {
        ListedResults results = new ListedResults(documents);
        List<Document> first = results.next(StoreCollection.BATCH);
        long cursor = results.isEmpty()
                ? 0
                : context.cursors()
                        .open(results, size -> results.next(size > 0 ? size : StoreCollection.BATCH))
                        .getId();
        Document answer = new Document(
                "cursor",
                new Document("firstBatch", first).append("id", cursor).append("ns", collection.getFullName()));
        Utils.markOkay(answer);
        return answer;
    }

    /** What the driver sends for countDocuments. */
    private static boolean isCount(List<Document> stages) {
        return stages.equals(List.of(
                new Document("$group", new Document("_id", 1).append("n", new Document("$sum", 1)))));
    }

    private static List<Document> count(int count) {
        return count == 0 ? List.of() : List.of(new Document("_id", 1).append("n", count));
    }

    @Override
    protected MongoCollection<Position> openOrCreateCollection(String name, CollectionOptions options) {
        return new StoreCollection(this, name, options, context.documents(getFullCollectionNamespace(name)), context);
    }

    @Override
    protected Index<Position> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return name.equals(PrimaryIndex.NAME)
                ? ((StoreCollection) resolveCollection(collection, true)).primaryIndex()
                : index(collection, name, keys, true, sparse);
    }

    @Override
    protected Index<Position> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return index(collection, name, keys, false, sparse);
    }

    private Index<Position> index(String collection, String name, List<IndexKey> keys, boolean unique, boolean sparse) {
        return new SecondaryIndex(
                context.index(getFullCollectionNamespace(collection), name), name, keys, unique, sparse);
    }

    @Override
    protected void dropIndex(MongoCollection<Position> collection, String name) {
        super.dropIndex(collection, name);
        context.removeIndex(collection.getFullName(), name);
    }

    @Override
    public void dropCollection(String name, Oplog oplog) {
        super.dropCollection(name, oplog);
        context.removeDocuments(getFullCollectionNamespace(name));
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String newName) {
        String oldName = collection.getFullName();
        super.moveCollection(from, collection, newName);
        context.rename((StoreCollection) collection, oldName, getFullCollectionNamespace(newName));
    }

    @Override
    protected long getStorageSize() {
        FileStore<?> file = context.store().getFileStore();
        return file == null ? 0 : file.size();
    }

    @Override
    protected long getFileSize() {
        return getStorageSize();
    }
}
