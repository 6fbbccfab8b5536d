package io.guanxi.eventing;

import io.guanxi.eventing.sample.OrderBook;
import io.guanxi.eventing.sample.RunningService;
import io.guanxi.eventing.sample.Shop;
import io.guanxi.eventing.view.ViewStore;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * How many orders a second go through the sample service, and how long one takes. Not a test: run {@code main} and give the
 * number of orders and of customers.
 */
public final class MeasuringTheWay {

    private MeasuringTheWay() {}

    public static void main(String[] arguments) throws Exception {
        int orders = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        int customers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_000;
        try (RunningService running = new RunningService(Map.of())) {
            throughput(running, 2_000, 200, "warm-up");
            throughput(running, orders, customers, "measured");
            latency(running, 300);
        }
        System.exit(0);
    }

    private static void throughput(RunningService running, int orders, int customers, String name) throws Exception {
        String run = UUID.randomUUID().toString().substring(0, 8);
        @SuppressWarnings("unchecked")
        ProducerRecord<byte[], byte[]>[] records = new ProducerRecord[orders];
        for (int i = 0; i < orders; i++) {
            records[i] = Shop.order("paid", run + "-" + i, run + i % customers, "o" + i);
        }
        long before = noted(running);
        long start = System.nanoTime();
        running.send(records);
        long sent = System.nanoTime();
        until(() -> noted(running) - before >= orders);
        long recorded = System.nanoTime();
        String last = run + (orders - 1) % customers;
        until(() -> running.notes(last).size() >= orders / customers);
        long shown = System.nanoTime();
        until(() -> relayed(running) >= before + orders);
        System.out.printf(
                "%s: %d orders of %d customers: sent in %d ms, recorded in %d ms (%d/s), last one shown at %d ms, relayed at %d ms%n",
                name,
                orders,
                customers,
                (sent - start) / 1_000_000,
                (recorded - start) / 1_000_000,
                orders * 1_000_000_000L / (recorded - start),
                (shown - start) / 1_000_000,
                (System.nanoTime() - start) / 1_000_000);
    }

    private static void latency(RunningService running, int samples) throws Exception {
        ViewStore<OrderBook> books = running.books();
        long[] nanos = new long[samples];
        for (int i = 0; i < samples; i++) {
            String buyer = UUID.randomUUID().toString();
            String key = Shop.customer(buyer).toString();
            ProducerRecord<byte[], byte[]> record =
                    Shop.order("paid", UUID.randomUUID().toString(), buyer, "o");
            long start = System.nanoTime();
            running.send(record);
            while (books.find(key).isEmpty()) {
                Thread.sleep(1);
            }
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "one order at a time, from send to shown: median %d ms, p99 %d ms, longest %d ms%n",
                nanos[samples / 2] / 1_000_000, nanos[samples * 99 / 100] / 1_000_000, nanos[samples - 1] / 1_000_000);
    }

    private static long noted(RunningService running) {
        return count(running, "guanxi.intake.records");
    }

    private static long relayed(RunningService running) {
        return count(running, "guanxi.relay.events");
    }

    private static long count(RunningService running, String meter) {
        var found = running.context()
                .getBean(io.micrometer.core.instrument.MeterRegistry.class)
                .find(meter);
        return found.timers().stream()
                        .mapToLong(io.micrometer.core.instrument.Timer::count)
                        .sum()
                + (long) found.counters().stream()
                        .mapToDouble(io.micrometer.core.instrument.Counter::count)
                        .sum();
    }

    private static void until(BooleanSupplier reached) throws InterruptedException {
        while (!reached.getAsBoolean()) {
            Thread.sleep(5);
        }
    }
}
