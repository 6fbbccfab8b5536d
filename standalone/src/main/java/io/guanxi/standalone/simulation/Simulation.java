package io.guanxi.standalone.simulation;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.standalone.orders.ShopEvents;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Lets a simulated shop happen: its events go to the topics, its customers' questions to the ticket desk. */
public final class Simulation {

    private final String tenant;
    private final URI gateway;
    private final String token;
    private final Producer<String, byte[]> producer;
    private final PrintStream out;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** @param token a token that may open tickets for the tenant */
    public Simulation(String tenant, URI gateway, String token, Producer<String, byte[]> producer, PrintStream out) {
        this.tenant = tenant;
        this.gateway = gateway;
        this.token = token;
        this.producer = producer;
        this.out = out;
    }

    /**
     * @param seed the same seed, size and last moment make the same shop, and running it twice changes nothing
     * @param until the last moment; everything happens in the half year before it
     * @param perSecond events per second, 0 for as fast as it goes
     */
    public void run(long seed, int orders, Instant until, int perSecond) throws IOException, InterruptedException {
        ShopEvents events = new ShopEvents(tenant, SimulatedShop.NAME);
        long published = 0;
        long asked = 0;
        long started = System.nanoTime();
        for (Happening happening : SimulatedShop.happenings(seed, orders, until)) {
            switch (happening) {
                case Happening.Published event -> {
                    producer.send(events.record(
                            event.type(),
                            event.occurrence(),
                            event.externalId(),
                            event.happened(),
                            JsonMapper.shared().writeValueAsBytes(event.body())));
                    published++;
                }
                case Happening.Question question -> {
                    ask(question, "simulation-" + seed + "-" + until.getEpochSecond() + "-" + asked);
                    asked++;
                }
            }
            if (perSecond > 0) {
                pace(started, published + asked, perSecond);
            }
        }
        producer.flush();
        out.printf(
                Locale.ROOT,
                "%,d events published and %,d questions asked for tenant %s (seed %d)%n",
                published,
                asked,
                tenant,
                seed);
    }

    private void ask(Happening.Question question, String idempotencyKey) throws IOException, InterruptedException {
        ObjectNode ticket = JsonMapper.shared().createObjectNode();
        ticket.put(
                        "customerId",
                        CustomerKey.of(tenant, SimulatedShop.NAME, question.externalId())
                                .customerId())
                .put("channel", "email")
                .put("kind", question.kind())
                .put("priority", question.priority())
                .put("subject", question.subject())
                .put("text", question.text());
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(gateway.resolve("/api/tickets"))
                        .timeout(Duration.ofSeconds(20))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", idempotencyKey)
                        .POST(HttpRequest.BodyPublishers.ofString(ticket.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException("The ticket desk answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    private static void pace(long started, long done, int perSecond) throws InterruptedException {
        long due = started + done * 1_000_000_000L / perSecond;
        long ahead = due - System.nanoTime();
        if (ahead > 0) {
            TimeUnit.NANOSECONDS.sleep(ahead);
        }
    }
}
