package io.guanxi.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Counts the documents that are read for the queries that must stay fast however many documents there are. */
class ReadingNoMoreThanNeededTest {

    private static final int DOCUMENTS = 20_000;

    private static StoreDatabase database;
    private static StoreContext context;
    private static StoreCollection collection;

    @BeforeAll
    static void fill() {
        MVStore store = MVStore.open(null);
        context = new StoreContext(store, new GroupCommit(store), new Cursors(new CursorRegistry()));
        database = new StoreDatabase("db", context);
        collection = (StoreCollection) database.createCollectionOrThrowIfExists("numbers");
        collection.addIndex(index("due", List.of("tenant", "status", "dueAt"), false));
        collection.addIndex(index("stream", List.of("stream", "version"), true));
        collection.addIndex(index("rank", List.of("rank"), false));
        IntStream.range(0, DOCUMENTS)
                .forEach(i -> collection.addDocument(new Document("_id", key(i))
                        .append("tenant", "t" + i % 10)
                        .append("status", i % 3 == 0 ? "open" : "closed")
                        .append("dueAt", (long) i)
                        .append("stream", "s" + i / 20)
                        .append("version", i % 20)
                        .append("rank", i % 100)));
    }

    private static SecondaryIndex index(String name, List<String> fields, boolean unique) {
        List<IndexKey> keys =
                fields.stream().map(field -> new IndexKey(field, true)).toList();
        return new SecondaryIndex(context.index("db.numbers", name), name, keys, unique, false);
    }

    private static String key(int i) {
        return "%06d".formatted(i);
    }

    static Stream<Arguments> queries() {
        return Stream.of(
                Arguments.of("a page by id", range("_id", key(9000), null), sort("_id", 1), 500, 501),
                Arguments.of("the last document", new Document(), sort("_id", -1), 1, 2),
                Arguments.of("a stream", range("version", 5, null).append("stream", "s77"), sort("version", 1), 0, 15),
                Arguments.of("a stream from its end", new Document("stream", "s77"), sort("version", -1), 1, 2),
                Arguments.of(
                        "many ids",
                        new Document(
                                "_id",
                                new Document(
                                        "$in",
                                        IntStream.range(0, 200)
                                                .mapToObj(i -> key(i * 7))
                                                .toList())),
                        null,
                        0,
                        200),
                Arguments.of(
                        "what is due",
                        range("dueAt", null, 15_000L).append("tenant", "t3").append("status", "open"),
                        sort("dueAt", 1),
                        100,
                        101),
                Arguments.of("ids with a prefix", range("_id", "0123", "0123\uffff"), null, 50, 51),
                Arguments.of(
                        "one id with other conditions",
                        new Document("_id", key(42)).append("status", "open").append("rank", new Document("$gt", 1)),
                        null,
                        0,
                        1),
                Arguments.of(
                        "the next page of equals",
                        range("_id", key(10_000), null).append("rank", 7),
                        sort("_id", 1),
                        20,
                        21),
                Arguments.of("an equality on an index", new Document("rank", 7), null, 0, DOCUMENTS / 100));
    }

    private static Document range(String field, Object from, Object to) {
        Document range = new Document();
        range.putIfNotNull("$gte", from);
        range.putIfNotNull("$lt", to);
        return new Document(field, range);
    }

    private static Document sort(String field, int direction) {
        return new Document(field, direction);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void reads(String name, Document filter, Document sort, int limit, int mostRead) {
        List<OrderedIndex> indexes = Stream.concat(
                        Stream.<OrderedIndex>of(collection.primaryIndex()),
                        collection.getIndexes().stream()
                                .filter(SecondaryIndex.class::isInstance)
                                .map(OrderedIndex.class::cast))
                .toList();
        Plan plan = new Planner(filter, sort, limit).choose(indexes);
        int[] read = {0};
        IndexWalk walk = new IndexWalk(
                plan,
                collection.documents(),
                document -> {
                    read[0]++;
                    return new DefaultQueryMatcher().matches(document, filter);
                },
                0,
                limit);
        List<Document> found = walk.next(Integer.MAX_VALUE);

        assertThat(plan.sorted()).isTrue();
        assertThat(read[0]).isLessThanOrEqualTo(mostRead);
        assertThat(found).hasSize((int) Math.min(limit == 0 ? DOCUMENTS : limit, matching(filter)));
        assertThat(Set.copyOf(found)).hasSameSizeAs(found);
    }

    private static long matching(Document filter) {
        return collection
                .streamAllDocumentsWithPosition()
                .filter(each -> new DefaultQueryMatcher().matches(each.getDocument(), filter))
                .count();
    }
}
