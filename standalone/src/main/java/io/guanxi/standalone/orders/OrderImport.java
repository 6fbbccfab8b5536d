package io.guanxi.standalone.orders;

import io.guanxi.contracts.Violation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/**
 * One run of an importer: reads a log, publishes what can be used, tells of every line that cannot. A record counts as
 * published once the broker has acknowledged it on all replicas.
 */
public final class OrderImport {

    private static final int LINES_SHOWN = 100;
    private static final long PROGRESS_EVERY_NANOS = 1_000_000_000L;

    private final OrderEvent events;
    private final Producer<String, byte[]> producer;
    private final PrintStream out;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final long started = System.nanoTime();
    private long lastProgress = started;
    private long published;
    private long bad;

    public OrderImport(String tenant, String shop, Producer<String, byte[]> producer, PrintStream out) {
        this.events = new OrderEvent(tenant, shop);
        this.producer = producer;
        this.out = out;
    }

    /**
     * Publishes the whole log.
     *
     * @return what was published and what could not be used
     * @throws IOException if the file cannot be read
     * @throws IllegalStateException if the broker does not take a record; running the import again completes it
     */
    public Summary run(Path file, OrderLogFormat format) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            log(format).read(lines, this::take);
        }
        producer.flush();
        checkDelivery();
        return new Summary(published, bad, secondsSince(started));
    }

    private static OrderLog log(OrderLogFormat format) {
        return switch (format) {
            case OrderLogFormat.Cdnow cdnow -> new CdnowOrderLog();
            case OrderLogFormat.Csv csv ->
                new CsvOrderLog(CsvColumns.parse(csv.columns()), csv.currency(), csv.zone(), csv.delimiter());
        };
    }

    private void take(Read read) {
        switch (read) {
            case Read.Order order -> publish(order);
            case Read.Bad line -> report(line.line(), line.reason());
        }
        showProgress();
    }

    private void publish(Read.Order read) {
        checkDelivery();
        byte[] body = events.body(read.order());
        List<Violation> violations = events.violations(read.order(), body);
        if (!violations.isEmpty()) {
            report(
                    read.line(),
                    violations.stream()
                            .map(violation -> violation.pointer() + " " + violation.message())
                            .collect(Collectors.joining("; ")));
            return;
        }
        producer.send(events.record(read.order(), body), (metadata, problem) -> {
            if (problem != null) {
                failure.compareAndSet(null, problem);
            }
        });
        published++;
    }

    private void report(long line, String reason) {
        bad++;
        if (bad <= LINES_SHOWN) {
            out.println("line " + line + ": " + reason);
        } else if (bad == LINES_SHOWN + 1) {
            out.println("... more lines that cannot be used; only their number is kept from here on");
        }
    }

    private void checkDelivery() {
        Exception problem = failure.get();
        if (problem != null) {
            throw new IllegalStateException(
                    "The broker did not take an order (" + problem.getMessage()
                            + "); run the same import again to complete it",
                    problem);
        }
    }

    private void showProgress() {
        long now = System.nanoTime();
        if (now - lastProgress >= PROGRESS_EVERY_NANOS) {
            lastProgress = now;
            out.printf(Locale.ROOT, "%,9d orders  %,7.0f/s%n", published, published / secondsSince(started));
        }
    }

    private static double secondsSince(long start) {
        return Math.max(1e-3, (System.nanoTime() - start) / 1e9);
    }

    /**
     * @param published orders that the broker has acknowledged
     * @param bad lines or orders that could not be used
     */
    public record Summary(long published, long bad, double seconds) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%,d orders published in %.1f s (%,.0f/s), %,d lines not used",
                    published,
                    seconds,
                    published / seconds,
                    bad);
        }
    }
}
