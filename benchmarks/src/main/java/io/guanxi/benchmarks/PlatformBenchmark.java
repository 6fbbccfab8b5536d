package io.guanxi.benchmarks;

import io.guanxi.benchmarks.report.Goal;
import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.EventTypes;
import io.guanxi.standalone.orders.Backlog;
import io.guanxi.standalone.orders.ShopEvents;
import io.guanxi.standalone.orders.ShopProducer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.JsonNode;

/** What the platform does with orders: how many in a second, and how long until one is visible. */
final class PlatformBenchmark {

    private static final String SHOP = "bench";
    private static final String TENANT = "demo";
    private static final int ORDERS_PER_CUSTOMER = 3;
    private static final int LATENCY_SAMPLES = 200;
    private static final Instant FIRST_DAY = Instant.parse("2026-01-01T00:00:00Z");

    private final MeasuredPlatform platform;
    private final PrintStream out;
    private final ShopEvents events = new ShopEvents(TENANT, SHOP);

    PlatformBenchmark(MeasuredPlatform platform, PrintStream out) {
        this.platform = platform;
        this.out = out;
    }

    void run(int orders) throws IOException, InterruptedException, ExecutionException {
        out.printf(
                Locale.ROOT,
                "Measured on the embedded store and broker, %d processors, %,d orders.%n%n",
                Runtime.getRuntime().availableProcessors(),
                orders);
        long residentIdle = platform.residentBytes();
        try (Producer<String, byte[]> producer = ShopProducer.connect(platform.bootstrapServers())) {
            Throughput throughput = throughput(producer, orders);
            double[] latencies = latencies(producer, orders, throughput.whole() / 2);
            long resident = Math.max(residentIdle, platform.residentBytes());
            out.printf(
                    Locale.ROOT,
                    "first quarter %.0f orders/s, last quarter %.0f orders/s, %.0f MB on disk%n%n",
                    throughput.firstQuarter(),
                    throughput.lastQuarter(),
                    platform.bytesOnDisk() / 1e6);
            say(Goal.atLeast("orders per second through the whole", throughput.whole(), 300, "1/s"));
            say(Goal.atLeast(
                    "last quarter against first", throughput.lastQuarter() / throughput.firstQuarter(), 0.9, "ratio"));
            say(Goal.atMost("publish to visible, median", percentile(latencies, 50), 1000, "ms"));
            say(Goal.atMost("publish to visible, p99", percentile(latencies, 99), 1000, "ms"));
            say(Goal.atMost("time to ready", platform.timeToReady().toMillis() / 1000.0, 10, "s"));
            say(Goal.atMost("resident memory", resident / 1e9, 1.5, "GB"));
        }
    }

    /** Publishes everything at once and watches what is left, until the last order is in every part of the view. */
    private Throughput throughput(Producer<String, byte[]> producer, int orders)
            throws IOException, InterruptedException {
        long started = System.nanoTime();
        for (int number = 0; number < orders; number++) {
            producer.send(order(customer(number), "T-" + number, number));
        }
        producer.flush();
        Backlog backlog = Backlog.of(platform.bootstrapServers());
        List<long[]> seen = new ArrayList<>();
        long left = orders;
        while (left > 0) {
            TimeUnit.MILLISECONDS.sleep(500);
            left = backlog.longest();
            seen.add(new long[] {System.nanoTime() - started, orders - left});
        }
        while (!allThree(customer(orders - 1), ordersOf(orders - 1))) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        seen.add(new long[] {System.nanoTime() - started, orders});
        return Throughput.of(orders, seen);
    }

    private boolean allThree(String externalId, int orders) throws IOException, InterruptedException {
        String id = CustomerKey.of(TENANT, SHOP, externalId).customerId();
        JsonNode view = platform.get("/api/customers/" + id);
        return view.path("complete").asBoolean(false)
                && view.path("value").path("orders").asInt(0) >= orders
                && view.path("loyalty").path("balance").asLong(0) >= 10L * orders
                && view.path("customer").isObject();
    }

    /** Time from the broker's acknowledgement to the composed view showing the points and the order. */
    private double[] latencies(Producer<String, byte[]> producer, int orders, double perSecond)
            throws IOException, InterruptedException, ExecutionException {
        double[] millis = new double[LATENCY_SAMPLES];
        try (BackgroundLoad load = BackgroundLoad.start(
                perSecond, number -> producer.send(order("L" + number % 1000, "L-" + number, orders + number)))) {
            for (int sample = 0; sample < LATENCY_SAMPLES; sample++) {
                String externalId = "V" + sample;
                long published = System.nanoTime();
                producer.send(order(externalId, "V-" + sample, orders + sample)).get();
                while (!allThree(externalId, 1)) {
                    TimeUnit.MILLISECONDS.sleep(5);
                }
                millis[sample] = (System.nanoTime() - published) / 1e6;
                TimeUnit.MILLISECONDS.sleep(50);
            }
            out.printf(
                    Locale.ROOT,
                    "background load %.0f orders/s while the time to visible was measured%n",
                    load.achievedPerSecond());
        }
        Arrays.sort(millis);
        return millis;
    }

    private static String customer(int number) {
        return String.format(Locale.ROOT, "%06d", number / ORDERS_PER_CUSTOMER);
    }

    private static int ordersOf(int number) {
        return number % ORDERS_PER_CUSTOMER + 1;
    }

    private ProducerRecord<String, byte[]> order(String externalId, String orderId, int minute) {
        String body = """
                {"orderId":"%s","shop":"%s","buyer":{"externalId":"%s"},"channel":"web","currency":"CNY",\
                "lines":[{"lineId":"1","sku":"TEA","quantity":1,"amount":"10.00"}],"totals":{"grand":"10.00"}}""".formatted(orderId, SHOP, externalId);
        return events.record(
                EventTypes.SHOP_ORDER_PAID,
                orderId,
                externalId,
                FIRST_DAY.plusSeconds(60L * minute),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static double percentile(double[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
    }

    private void say(Goal goal) {
        out.println(goal.line());
    }
}
