package io.guanxi.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Projections;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random documents, changes and queries on two servers: ours, with random ordered indexes, and the one it is built on,
 * which has none and looks at every document. Both must answer the same.
 */
class OrderedQueriesTest {

    private static final int DOCUMENTS = 120;
    private static final int CHANGES = 40;
    private static final int QUERIES = 120;
    private static final List<String> FIELDS = List.of("a", "b", "c.d");

    @TempDir
    static Path folder;

    private static EmbeddedStore store;
    private static MongoServer plain;
    private static MongoClient indexed;
    private static MongoClient scanning;

    @BeforeAll
    static void startBoth() {
        store = EmbeddedStore.start(folder, 0);
        plain = new MongoServer(H2Backend.inMemory());
        indexed = client(store.uri());
        scanning = client(plain.bindAndGetConnectionString());
    }

    private static MongoClient client(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build());
    }

    @AfterAll
    static void stopBoth() {
        indexed.close();
        scanning.close();
        store.close();
        plain.shutdownNow();
    }

    /** The one that finds a sort by an index of arrays, a few more, and one that nobody has seen. */
    static LongStream seeds() {
        LongStream known = LongStream.rangeClosed(1, Integer.getInteger("seeds", 10));
        return LongStream.concat(known, LongStream.of(22, System.nanoTime()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anIndexFindsWhatALookAtEveryDocumentFinds(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        boolean arrays = random.nextBoolean();
        MongoCollection<Document> ours = indexed.getDatabase("random").getCollection("s" + seed);
        MongoCollection<Document> theirs = scanning.getDatabase("random").getCollection("s" + seed);
        List<Document> indexes =
                IntStream.range(0, 3).mapToObj(any -> index(random)).distinct().toList();
        boolean indexFirst = random.nextBoolean();
        if (indexFirst) {
            indexes.forEach(index -> ours.createIndex(index, new IndexOptions().sparse(random.nextInt(4) == 0)));
        }
        for (int i = 0; i < DOCUMENTS; i++) {
            Document document = document(random, i, arrays);
            ours.insertOne(document);
            theirs.insertOne(document);
        }
        if (!indexFirst) {
            indexes.forEach(index -> ours.createIndex(index));
        }
        for (int i = 0; i < CHANGES; i++) {
            change(random, ours, theirs, arrays);
        }
        for (int i = 0; i < QUERIES; i++) {
            compare(random, ours, theirs, "seed " + seed + ", indexes " + indexes);
        }
    }

    private static Document index(RandomGenerator random) {
        Document index = new Document();
        IntStream.range(0, 1 + random.nextInt(3))
                .forEach(any -> index.putIfAbsent(field(random), random.nextBoolean() ? 1 : -1));
        return index;
    }

    private static String field(RandomGenerator random) {
        return FIELDS.get(random.nextInt(FIELDS.size()));
    }

    private static Document document(RandomGenerator random, int id, boolean arrays) {
        Document document = new Document("_id", id(random, id));
        if (random.nextInt(8) > 0) {
            boolean array = arrays && random.nextInt(4) == 0;
            document.append("a", array ? List.of(number(random), number(random), number(random)) : value(random));
        }
        if (random.nextInt(8) > 0) {
            document.append("b", value(random));
        }
        if (random.nextInt(8) > 0) {
            document.append("c", random.nextInt(8) == 0 ? 1 : new Document("d", value(random)));
        }
        return document;
    }

    private static Object id(RandomGenerator random, int id) {
        return random.nextBoolean() ? (Object) id : "id" + id;
    }

    /** Few different values, so that queries find something and keys are equal. */
    private static Object value(RandomGenerator random) {
        return switch (random.nextInt(10)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2, 3 -> List.of("", "a", "ab", "b", "é", "日", "a\u0000b").get(random.nextInt(7));
            case 4 -> Date.from(Instant.EPOCH.plusMillis(random.nextInt(-2, 3)));
            case 5 -> new UUID(random.nextInt(2) << 63, random.nextInt(3));
            case 6 -> new Binary(new byte[random.nextInt(3)]);
            case 7 -> new ObjectId(new Date(random.nextInt(3) * 1000L), random.nextInt(3));
            default -> number(random);
        };
    }

    private static Object number(RandomGenerator random) {
        int number = random.nextInt(-3, 4);
        return switch (random.nextInt(4)) {
            case 0 -> number;
            case 1 -> (long) number;
            case 2 -> number + random.nextInt(2) * 0.5;
            default -> Decimal128.parse(Double.toString(number + random.nextInt(2) * 0.5));
        };
    }

    private static void change(
            RandomGenerator random, MongoCollection<Document> ours, MongoCollection<Document> theirs, boolean arrays) {
        int id = random.nextInt(DOCUMENTS);
        Document filter = new Document("_id", new Document("$in", List.of(id, "id" + id)));
        switch (random.nextInt(4)) {
            case 0 -> {
                assertThat(ours.deleteOne(filter).getDeletedCount())
                        .isEqualTo(theirs.deleteOne(filter).getDeletedCount());
            }
            case 1 -> {
                Document replacement = document(random, id, arrays);
                replacement.remove("_id");
                assertThat(ours.replaceOne(filter, replacement).getModifiedCount())
                        .isEqualTo(theirs.replaceOne(filter, replacement).getModifiedCount());
            }
            default -> {
                Document update = new Document("$set", new Document("a", value(random)));
                assertThat(ours.findOneAndUpdate(filter, update)).isEqualTo(theirs.findOneAndUpdate(filter, update));
            }
        }
    }

    private static void compare(
            RandomGenerator random, MongoCollection<Document> ours, MongoCollection<Document> theirs, String where) {
        Document filter = filter(random);
        Document sort = sort(random);
        int skip = random.nextInt(3) == 0 ? random.nextInt(5) : 0;
        int limit = random.nextBoolean() ? 1 + random.nextInt(20) : 0;
        int batch = random.nextBoolean() ? 1 + random.nextInt(7) : 0;
        assertThat(find(ours, filter, sort, skip, limit, batch))
                .as("%s, filter %s, sort %s, skip %d, limit %d", where, filter, sort, skip, limit)
                .isEqualTo(find(theirs, filter, sort, skip, limit, 0));
        assertThat(ours.countDocuments(filter)).isEqualTo(theirs.countDocuments(filter));
    }

    private static List<Document> find(
            MongoCollection<Document> collection, Document filter, Document sort, int skip, int limit, int batch) {
        return collection
                .find(filter)
                .sort(sort)
                .skip(skip)
                .limit(limit)
                .batchSize(batch)
                .projection(Projections.include("a", "b"))
                .into(new ArrayList<>());
    }

    private static Document sort(RandomGenerator random) {
        Document sort = new Document();
        IntStream.range(0, random.nextInt(3))
                .forEach(any -> sort.putIfAbsent(field(random), random.nextBoolean() ? 1 : -1));
        return sort.append("_id", random.nextBoolean() ? 1 : -1);
    }

    private static Document filter(RandomGenerator random) {
        Document filter = new Document();
        IntStream.range(0, random.nextInt(4)).forEach(any -> filter.put(field(random), demand(random)));
        return switch (random.nextInt(6)) {
            case 0 -> filter.append("_id", new Document("$gte", random.nextInt(DOCUMENTS)));
            case 1 -> filter.append("_id", new Document("$gte", "id1").append("$lt", "id5\uffff"));
            case 2 ->
                new Document(
                        "$and",
                        List.of(
                                filter,
                                new Document("a", new Document("$gte", number(random))),
                                new Document("a", new Document("$lte", number(random)))));
            case 3 -> new Document("$or", List.of(filter, new Document(field(random), demand(random))));
            default -> filter;
        };
    }

    private static Object demand(RandomGenerator random) {
        return switch (random.nextInt(8)) {
            case 0 -> new Document("$gt", value(random));
            case 1 -> new Document("$gte", value(random)).append("$lt", value(random));
            case 2 -> new Document("$lte", value(random));
            case 3 ->
                new Document(
                        "$in",
                        IntStream.range(0, 4).mapToObj(any -> value(random)).toList());
            case 4 -> new Document("$ne", value(random));
            case 5 -> new Document("$exists", random.nextBoolean());
            default -> value(random);
        };
    }
}
