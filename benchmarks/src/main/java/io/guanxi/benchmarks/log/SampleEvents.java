package io.guanxi.benchmarks.log;

import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.eventlog.EventJson;
import io.guanxi.eventlog.chain.Provenance;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** The events that every contender stores: about 300 bytes of JSON each, with the metadata that the services write. */
final class SampleEvents {

    static final EventCatalogue CATALOGUE =
            EventCatalogue.builder().event("bench.order-paid", OrderPaid.class).build();

    /** A log whose readers carry ten events of the last second. */
    static final LogClock CALM = new LogClock(Duration.ofMillis(100));

    /** A log whose readers carry a thousand. */
    static final LogClock BURST = new LogClock(Duration.ofMillis(1));

    private static final String TYPE = "stream";
    private static final Instant HAPPENED = Instant.parse("2020-02-29T12:00:00Z");
    private static final Map<String, String> METADATA = Map.of(
            Provenance.TENANT, "acme",
            Provenance.HAPPENED, HAPPENED.toString(),
            Provenance.CORRELATION, "0192f0c4-5d7e-7a3b-9c1d-2e4f6a8b0c1d",
            Provenance.ACTOR, "bench");

    private SampleEvents() {}

    /** An order as a shop would tell of it. */
    record OrderPaid(
            String order, String customer, String channel, String currency, List<Line> lines, BigDecimal total) {}

    record Line(String sku, int quantity, BigDecimal amount) {}

    /** What a snapshot holds. */
    record Account(String customer, long orders, BigDecimal spent, List<String> lastOrders) {}

    static OrderPaid payload(String stream, long sequence) {
        return new OrderPaid(
                "2020-%012d".formatted(sequence),
                stream,
                "web",
                "CNY",
                List.of(
                        new Line("TEA-LONGJING-250G", 2, new BigDecimal("118.00")),
                        new Line("CUP-CELADON-SMALL", 4, new BigDecimal("39.50")),
                        new Line("GIFT-WRAPPING-RED", 1, new BigDecimal("12.00"))),
                new BigDecimal("406.00"));
    }

    static DomainEventMessage<?> event(String stream, long sequence, Instant recorded) {
        return new GenericDomainEventMessage<>(
                TYPE,
                stream,
                sequence,
                payload(stream, sequence),
                METADATA,
                UUID.randomUUID().toString(),
                recorded);
    }

    /** What one command would store, starting at a sequence. */
    static List<DomainEventMessage<?>> commit(String stream, long first, int events, Instant recorded) {
        List<DomainEventMessage<?>> commit = new ArrayList<>(events);
        for (int i = 0; i < events; i++) {
            commit.add(event(stream, first + i, recorded));
        }
        return commit;
    }

    static DomainEventMessage<?> snapshot(String stream, long sequence) {
        Account account = new Account(
                stream, sequence + 1, new BigDecimal("406.00"), List.of("2020-000000000001", "2020-000000000002"));
        return new GenericDomainEventMessage<>(TYPE, stream, sequence, account, METADATA);
    }

    /** The same JSON for snapshots as the log's own. */
    static Serializer snapshotSerializer() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(builder -> EventJson.configure(builder, CATALOGUE.variants()))
                .build();
    }

    static int bytes() {
        return CATALOGUE.toJson(payload("customer-00000001", 1)).length();
    }
}
