package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.value.domain.RevisionRule;
import io.guanxi.contracts.Envelope;
import io.guanxi.contracts.Topics;
import io.guanxi.eventing.intake.RecordReader;
import io.guanxi.eventing.publish.EventHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Two steps. By customer: each event is folded into its customer, and the customer's state is published.
 * By tenant: the changes of facts are added up and the population is measured. What was measured comes back to the first
 * step through the event log and its topic, as a table that every instance has.
 */
final class ValueTopology {

    static final String ORDERS = "orders";
    static final String CUSTOMERS = "customers";
    static final String TENANTS = "tenants";
    static final String BOUNDARIES = "boundaries";

    /** All of them by customer, and with as many partitions, so that a customer's events come to one task. */
    static final List<String> SOURCES = List.of(Topics.SHOP_ORDERS, Topics.CRM_LOYALTY, Topics.CRM_CUSTOMERS);

    private static final Serde<byte[]> BYTES = Serdes.ByteArray();

    private ValueTopology() {}

    /**
     * What the steps work with.
     *
     * @param group the consumer group
     * @param reader refuses what every intake refuses
     * @param tenantPartitions how many tasks the second step has; it cannot be changed while there is state
     * @param measureEvery how often it is looked whether a population is to be measured
     * @param rescoreEvery how often a slice of customers gets new scores after a revision
     * @param rescoredAtOnce the customers of a slice
     * @param grace how far behind the tenant's day an event may be before it is counted as late
     */
    record Parts(
            String group,
            RecordReader reader,
            ValueStates states,
            StandingEvents standings,
            ReplayAnswers replayAnswers,
            BoundariesDesk desk,
            RevisionRule rule,
            Currencies currencies,
            StreamSignals signals,
            int tenantPartitions,
            Duration measureEvery,
            Duration rescoreEvery,
            int rescoredAtOnce,
            Duration grace) {}

    static Topology of(Parts parts) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addGlobalStore(
                store(BOUNDARIES).withCachingDisabled().withLoggingDisabled(),
                Topics.CRM_ANALYTICS,
                Consumed.with(BYTES, BYTES).withName("revisions"),
                () -> new KeepingBoundaries(BOUNDARIES));
        builder.addStateStore(store(ORDERS));
        builder.addStateStore(store(CUSTOMERS).withCachingEnabled());
        builder.addStateStore(store(TENANTS).withCachingEnabled());
        KStream<byte[], Outcome> outcomes = builder.stream(
                        SOURCES,
                        Consumed.with(BYTES, BYTES)
                                .withTimestampExtractor(new EventTime())
                                .withOffsetResetPolicy(AutoOffsetReset.earliest())
                                .withName("sources"))
                .process(() -> new FoldingOrders(parts), Named.as("fold-orders"), ORDERS, CUSTOMERS);
        of(Outcome.Value.class, outcomes, "values").to(Topics.CUSTOMER_VALUE_STATE, Produced.with(BYTES, BYTES));
        of(Outcome.Standing.class, outcomes, "standings").to(Topics.CRM_ANALYTICS, Produced.with(BYTES, BYTES));
        of(Outcome.Letter.class, outcomes, "letters")
                .to((key, body, context) -> deadLetters(context.headers(), parts.group()), Produced.with(BYTES, BYTES));
        of(Outcome.Change.class, outcomes, "changes")
                .repartition(Repartitioned.with(BYTES, BYTES)
                        .withName(TENANTS)
                        .withNumberOfPartitions(parts.tenantPartitions()))
                .process(() -> new MeasuringTenants(parts), Named.as("measure-tenants"), TENANTS);
        return builder.build();
    }

    private static String deadLetters(Headers letter, String group) {
        String source = Objects.requireNonNull(EventHeaders.text(letter, Envelope.DLQ_TOPIC), "no source is named");
        return Topics.deadLetters(source, group);
    }

    private static KStream<byte[], byte[]> of(
            Class<? extends Outcome> kind, KStream<byte[], Outcome> outcomes, String name) {
        return outcomes.filter((key, outcome) -> kind.isInstance(outcome), Named.as(name))
                .mapValues(Outcome::body, Named.as(name + "-bodies"));
    }

    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.Bytes(), BYTES);
    }
}
