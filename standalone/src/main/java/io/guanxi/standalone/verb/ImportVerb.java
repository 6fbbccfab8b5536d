package io.guanxi.standalone.verb;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.standalone.orders.Backlog;
import io.guanxi.standalone.orders.OrderImport;
import io.guanxi.standalone.orders.OrderLogFormat;
import io.guanxi.standalone.orders.ShopProducer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Publishes a shop's order log to {@code shop.orders.v1}. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Publishes a shop's order log as the shop would, to the topic shop.orders.v1.",
            "A line that cannot be used is told with its number and does not stop the rest.",
            "The same file twice is the same orders: nothing changes."
        })
public final class ImportVerb implements Callable<Integer> {

    private enum Format {
        csv,
        cdnow
    }

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(index = "0", paramLabel = "FILE", description = "The log, UTF-8.")
    private Path file = Path.of("");

    @Option(
            names = "--format",
            required = true,
            description = "csv (with a header), or cdnow (customer, yyyymmdd, units, dollars).")
    private Format format = Format.csv;

    @Option(names = "--tenant", paramLabel = "T", description = "Whose shop it is (default: ${DEFAULT-VALUE}).")
    private String tenant = "demo";

    @Option(names = "--shop", paramLabel = "S", description = "The shop's name (default: cdnow, or shop for csv).")
    private @Nullable String shop;

    @Option(
            names = "--columns",
            paramLabel = "NAME=HEADER,...",
            description = {
                "csv: which header holds what. Needed: order, customer, date, amount;",
                "known: currency, units, sku, category, channel, type (placed, paid, shipped, delivered, cancelled)."
            })
    private @Nullable String columns;

    @Option(names = "--currency", paramLabel = "ISO", description = "csv: the currency of rows that do not say theirs.")
    private @Nullable String currency;

    @Option(
            names = "--zone",
            description = "csv: the zone of dates that do not say theirs (default: ${DEFAULT-VALUE}).")
    private ZoneId zone = ZoneId.of("UTC");

    @Option(names = "--delimiter", description = "csv: what parts the fields (default: '${DEFAULT-VALUE}').")
    private char delimiter = ',';

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "Another broker than the embedded one.")
    private @Nullable String bootstrapServers;

    @Option(names = "--wait", description = "Return when the services have handled everything.")
    private boolean wait;

    @Override
    public Integer call() throws Exception {
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("file: " + file + " cannot be read");
        }
        if (!CustomerKey.isTenant(tenant)) {
            throw new IllegalArgumentException("tenant: " + tenant
                    + " (expected: lower-case letters, digits and hyphens, at most 63, not beginning with a hyphen)");
        }
        String broker = bootstrapServers == null ? "127.0.0.1:" + data.ports().broker() : bootstrapServers;
        OrderLogFormat log = log();
        try (Producer<String, byte[]> producer = ShopProducer.connect(broker)) {
            OrderImport run = new OrderImport(tenant, shop == null ? log.defaultShop() : shop, producer, System.out);
            System.out.println(run.run(file, log));
        }
        if (wait) {
            Backlog.of(broker).awaitEmpty(System.out);
        }
        return 0;
    }

    private OrderLogFormat log() {
        return switch (format) {
            case csv -> new OrderLogFormat.Csv(columns, currency, zone, delimiter);
            case cdnow -> new OrderLogFormat.Cdnow();
        };
    }
}
