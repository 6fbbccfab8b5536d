package io.guanxi.embedded;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;

/** Measures the store by hand: {@code java -cp <test class path> io.guanxi.embedded.EmbeddedStoreFigures <folder>}. */
final class EmbeddedStoreFigures {

    private static final String PADDING = "x".repeat(220);

    private EmbeddedStoreFigures() {}

    public static void main(String[] args) throws Exception {
        Path folder = args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("store");
        try (EmbeddedStore store = EmbeddedStore.start(folder, 0);
                MongoClient client = MongoClients.create(store.uri())) {
            for (int round = 1; round <= 2; round++) {
                MongoCollection<Document> events = client.getDatabase("figures").getCollection("events" + round);
                events.createIndex(new Document("stream", 1).append("version", 1), unique());
                print("one writer", writers(events, 1, 5_000, 1_000_000_000L));
                print("16 writers", writers(events, 16, 1_500, 2_000_000_000L));
                print("50 at a time", batches(events, 10_000));
                reads("10 thousand", events);
                batches(events, 190_000);
                reads("200 thousand", events);
                System.out.printf("file: %d MB%n", Files.size(folder.resolve("store.mv")) >> 20);
            }
        }
        System.out.printf("file after close: %d MB%n", Files.size(folder.resolve("store.mv")) >> 20);
    }

    private static com.mongodb.client.model.IndexOptions unique() {
        return new com.mongodb.client.model.IndexOptions().unique(true);
    }

    private static Document event(long position) {
        return new Document("_id", position)
                .append("n", 1)
                .append("stream", "s" + position % 1000)
                .append("version", position / 1000)
                .append("body", PADDING);
    }

    private static double writers(MongoCollection<Document> events, int writers, int each, long start)
            throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            long began = System.nanoTime();
            List<Future<?>> done = new ArrayList<>();
            for (int w = 0; w < writers; w++) {
                long first = start + (long) w * each;
                done.add(threads.submit(
                        () -> IntStream.range(0, each).forEach(i -> events.insertOne(event(first + i)))));
            }
            for (Future<?> one : done) {
                one.get();
            }
            return writers * each / seconds(began);
        }
    }

    private static long next;

    private static double batches(MongoCollection<Document> events, int count) {
        long began = System.nanoTime();
        long start = events.countDocuments(Filters.lt("_id", 1_000_000_000L));
        for (int i = 0; i < count; i += 50) {
            long first = start + i;
            events.insertMany(
                    IntStream.range(0, 50).mapToObj(n -> event(first + n)).toList());
        }
        return count / seconds(began);
    }

    private static void reads(String size, MongoCollection<Document> events) {
        range(events, 200);
        long began = System.nanoTime();
        range(events, 500);
        System.out.printf("%s: range of 500 by _id %.2f ms%n", size, seconds(began) * 2);
        began = System.nanoTime();
        for (int i = 0; i < 3000; i++) {
            events.find(Filters.eq("_id", (long) (i * 3))).first();
        }
        System.out.printf("%s: point read %.3f ms%n", size, seconds(began) / 3);
        began = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
            events.find(Filters.and(Filters.eq("stream", "s" + i), Filters.gte("version", 0L)))
                    .sort(Sorts.ascending("version"))
                    .limit(10)
                    .into(new ArrayList<>());
        }
        System.out.printf("%s: stream of 10 %.3f ms%n", size, seconds(began));
        began = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
            events.find().sort(Sorts.descending("_id")).first();
        }
        System.out.printf("%s: last document %.3f ms%n", size, seconds(began));
    }

    private static void range(MongoCollection<Document> events, int times) {
        for (int i = 0; i < times; i++) {
            events.find(Filters.gte("_id", (long) (i * 17)))
                    .sort(Sorts.ascending("_id"))
                    .limit(500)
                    .into(new ArrayList<>());
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static void print(String what, double rate) {
        System.out.printf("%s: %.0f inserts/s%n", what, rate);
    }
}
