package io.guanxi.standalone.verb;

import io.guanxi.standalone.orders.ShopProducer;
import io.guanxi.standalone.platform.PortPlan;
import io.guanxi.standalone.platform.Service;
import io.guanxi.standalone.simulation.Simulation;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A plausible shop for a demonstration. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "A plausible shop over half a year: registrations, recommendations, orders, deliveries,",
            "cancellations, returns, questions.",
            "The same seed, size and last day make the same shop."
        })
public final class SimulateVerb implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--seed", description = "Decides everything that is left to chance (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--orders", description = "How many orders are placed (default: ${DEFAULT-VALUE}).")
    private int orders = 300;

    @Option(names = "--tenant", paramLabel = "T", description = "Whose shop it is (default: ${DEFAULT-VALUE}).")
    private String tenant = "demo";

    @Option(names = "--until", paramLabel = "DAY", description = "The last day, yyyy-mm-dd (default: today).")
    private @Nullable LocalDate until;

    @Option(names = "--rate", paramLabel = "N", description = "Events per second; 0 is as fast as it goes.")
    private int rate;

    @Override
    public Integer call() throws Exception {
        PortPlan ports = data.ports();
        String token = new DevelopmentTokens(data.layout(), ports).token("agent", tenant);
        LocalDate lastDay = until == null ? LocalDate.now(ZoneOffset.UTC) : until;
        try (Producer<String, byte[]> producer = ShopProducer.connect("127.0.0.1:" + ports.broker())) {
            new Simulation(
                            tenant,
                            URI.create("http://127.0.0.1:" + ports.of(Service.GATEWAY)),
                            token,
                            producer,
                            System.out)
                    .run(seed, orders, lastDay.atStartOfDay(ZoneOffset.UTC).toInstant(), rate);
        }
        return 0;
    }
}
