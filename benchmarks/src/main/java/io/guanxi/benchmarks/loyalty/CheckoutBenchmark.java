package io.guanxi.benchmarks.loyalty;

import io.guanxi.acceptance.ScriptedPlatform;
import io.guanxi.benchmarks.report.Goal;
import io.guanxi.benchmarks.report.Report;
import io.guanxi.benchmarks.report.Spread;
import io.guanxi.benchmarks.report.Table;
import io.guanxi.contracts.EventTypes;
import io.guanxi.standalone.orders.Backlog;
import io.guanxi.standalone.orders.ShopEvents;
import io.guanxi.standalone.orders.ShopProducer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;

/** Shops check out: through the gateway, with idempotency keys, as a basket does. */
final class CheckoutBenchmark {

    private static final String TENANT = "demo";
    private static final String SHOP = "bench";
    private static final String CHECKOUT = "/api/loyalty/checkout";
    private static final int ACCOUNTS = 1_000;
    private static final int CLIENTS = 16;
    private static final int PER_SECOND = 10;
    private static final int POINTS = 7;
    private static final int HOLDS_OF_ONE_BALANCE = 1_000;
    private static final Duration WARM_UP = Duration.ofSeconds(6);
    private static final Instant PAID = Instant.parse("2026-01-01T00:00:00Z");

    private final ScriptedPlatform platform;
    private final Report report;
    private final AtomicInteger numbers = new AtomicInteger();

    CheckoutBenchmark(ScriptedPlatform platform, Report report) {
        this.platform = platform;
        this.report = report;
    }

    void run(Duration load) throws Exception {
        open();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            checkouts(clients, WARM_UP);
            tell(load, checkouts(clients, load));
            oneBalance(clients);
        }
    }

    /** An order of each customer; the last one has few points, which many baskets will want. */
    private void open() throws InterruptedException {
        var events = new ShopEvents(TENANT, SHOP);
        try (Producer<String, byte[]> producer = ShopProducer.connect(platform.bootstrapServers())) {
            for (int number = 0; number <= ACCOUNTS; number++) {
                String body = """
                        {"orderId":"O-%1$d","shop":"%2$s","buyer":{"externalId":"C-%1$d"},"channel":"web",\
                        "currency":"CNY","lines":[{"lineId":"1","sku":"TEA","quantity":1,"amount":"%3$s"}],\
                        "totals":{"grand":"%3$s"}}""".formatted(number, SHOP, number < ACCOUNTS ? "100000" : "617");
                producer.send(events.record(
                        EventTypes.SHOP_ORDER_PAID,
                        "O-" + number,
                        "C-" + number,
                        PAID,
                        body.getBytes(StandardCharsets.UTF_8)));
            }
            producer.flush();
        }
        Backlog.of(platform.bootstrapServers()).awaitEmpty(System.err);
    }

    /** Milliseconds of the three steps of one checkout; the first is counted from when it was due. */
    private record Checkout(double quote, double hold, double confirm) {}

    private List<Checkout> checkouts(ExecutorService clients, Duration load) throws Exception {
        long began = System.nanoTime();
        long count = load.toSeconds() * PER_SECOND;
        var next = new AtomicInteger();
        var all = new ArrayList<Checkout>();
        for (List<Checkout> some : all(clients, CLIENTS, client -> {
            var random = new SplittableRandom(client);
            var mine = new ArrayList<Checkout>();
            for (int turn = next.getAndIncrement(); turn < count; turn = next.getAndIncrement()) {
                long due = began + turn * (TimeUnit.SECONDS.toNanos(1) / PER_SECOND);
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                mine.add(checkout(due, random.nextInt(ACCOUNTS)));
            }
            return mine;
        })) {
            all.addAll(some);
        }
        return all;
    }

    private Checkout checkout(long due, int customer) throws Exception {
        int number = numbers.incrementAndGet();
        Map<String, Object> who = Map.of("shop", SHOP, "externalId", "C-" + customer);
        Map<String, Object> order = Map.of("shop", SHOP, "orderId", "B-" + number);
        post("/quotes", Map.of("customer", who, "order", order, "currency", "CNY", "total", "99.90"), Map.of(), 200);
        long quoted = System.nanoTime();
        String hold = hold(who, order, number);
        long held = System.nanoTime();
        post("/holds/" + hold + "/confirmation", "", Map.of(), 200);
        long confirmed = System.nanoTime();
        return new Checkout((quoted - due) / 1e6, (held - quoted) / 1e6, (confirmed - held) / 1e6);
    }

    private String hold(Object who, Object order, int number) throws Exception {
        String body = post(
                "/holds",
                Map.of("customer", who, "order", order, "points", POINTS),
                Map.of("Idempotency-Key", "bench-" + number),
                201);
        int id = body.indexOf("\"id\":\"") + 6;
        return body.substring(id, body.indexOf('"', id));
    }

    private String post(String path, Object body, Map<String, String> headers, int expected) throws Exception {
        var answer = platform.send("POST", CHECKOUT + path, body, headers);
        if (answer.statusCode() != expected) {
            throw new IllegalStateException(path + " was answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private void tell(Duration load, List<Checkout> checkouts) {
        String server = String.format(
                Locale.ROOT,
                "%d processors for all, embedded store; %,d accounts, %d clients, %d checkouts begun each second for %d s.",
                Runtime.getRuntime().availableProcessors(),
                ACCOUNTS,
                CLIENTS,
                PER_SECOND,
                load.toSeconds());
        var table = new Table("What a basket waits for, milliseconds", server, "request");
        row(table, "quote", checkouts.stream().mapToDouble(Checkout::quote).toArray());
        row(table, "hold", checkouts.stream().mapToDouble(Checkout::hold).toArray());
        row(
                table,
                "confirmation",
                checkouts.stream().mapToDouble(Checkout::confirm).toArray());
        table.note("Through the gateway. The quote is counted from when the checkout was due, the others from when they"
                + " were sent.");
        report.add(table);
    }

    private void row(Table table, String request, double[] millis) {
        for (Map.Entry<String, Double> share :
                List.of(Map.entry("p50", 0.5), Map.entry("p99", 0.99), Map.entry("longest", 1.0))) {
            table.put(request, share.getKey(), Spread.of(List.of(Spread.percentile(millis, share.getValue()))));
        }
        report.add(Goal.atMost(request + ", p99", Spread.percentile(millis, 0.99), 100, "ms"));
    }

    /** A thousand baskets want seven of 617 points: 88 of them get theirs. */
    private void oneBalance(ExecutorService clients) throws Exception {
        Map<String, Object> who = Map.of("shop", SHOP, "externalId", "C-" + ACCOUNTS);
        long began = System.nanoTime();
        long granted = all(clients, HOLDS_OF_ONE_BALANCE, basket -> {
                    int number = numbers.incrementAndGet();
                    var answer = platform.send(
                            "POST",
                            CHECKOUT + "/holds",
                            Map.of(
                                    "customer",
                                    who,
                                    "order",
                                    Map.of("shop", SHOP, "orderId", "B-" + number),
                                    "points",
                                    POINTS),
                            Map.of("Idempotency-Key", "bench-" + number));
                    return answer.statusCode() == 201;
                })
                .stream()
                .filter(is -> is)
                .count();
        double seconds = (System.nanoTime() - began) / 1e9;
        report.add(Goal.atMost("a thousand holds of one balance", seconds, 10, "s"));
        report.add(Goal.atLeast("of which were granted, and the balance affords 88", granted, 88, ""));
        report.add(Goal.atMost("and no more", granted, 88, ""));
    }

    @FunctionalInterface
    private interface Turn<T> {
        T of(int number) throws Exception;
    }

    private static <T> List<T> all(ExecutorService clients, int count, Turn<T> turn) throws Exception {
        var calls = new ArrayList<Callable<T>>();
        for (int number = 0; number < count; number++) {
            int mine = number;
            calls.add(() -> turn.of(mine));
        }
        var answers = new ArrayList<T>();
        for (Future<T> answer : clients.invokeAll(calls)) {
            answers.add(answer.get());
        }
        return answers;
    }
}
