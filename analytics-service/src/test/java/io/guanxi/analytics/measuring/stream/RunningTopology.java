package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.value.domain.Boundaries;
import io.guanxi.analytics.value.domain.RevisionRule;
import io.guanxi.analytics.value.domain.Totals;
import io.guanxi.contracts.SchemaCatalogue;
import io.guanxi.contracts.Topics;
import io.guanxi.eventing.intake.RecordReader;
import io.guanxi.test.TestTopics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The topology without a broker, and with whoever revises boundaries played by the test. */
final class RunningTopology implements AutoCloseable {

    private static final Duration TICK = Duration.ofMillis(100);

    /** When the broker takes everything; all dates of the tests lie before it. */
    private static final Instant ARRIVED = Instant.parse("2027-01-01T00:00:00Z");

    static final int LARGEST_BODY = 4_000;

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Proposal> proposals = new ArrayList<>();
    private final List<String> answeredReplays = new ArrayList<>();
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, byte[]> orders;
    private final TestInputTopic<String, byte[]> analytics;
    private final TestOutputTopic<String, byte[]> values;
    private final TestOutputTopic<String, byte[]> standings;
    private final TestOutputTopic<String, byte[]> deadLetters;
    private final RocksMemory memory = new RocksMemory(16 << 20);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private int ids;
    private int versions;

    /** What was measured. */
    record Proposal(String tenant, Boundaries measured, Instant upTo) {}

    RunningTopology(Path stateDir) {
        this(stateDir, new Currencies(Map.of(), null, Map.of()));
    }

    RunningTopology(Path stateDir, Currencies currencies) {
        SchemaCatalogue schemas = SchemaCatalogue.published();
        ValueTopology.Parts parts = new ValueTopology.Parts(
                "analytics",
                new RecordReader(schemas, LARGEST_BODY),
                new ValueStates("urn:guanxi:service:analytics", schemas),
                new StandingEvents("urn:guanxi:service:analytics", schemas),
                (origin, tenant) -> answeredReplays.add(origin + " " + tenant),
                (tenant, measured, upTo) -> proposals.add(new Proposal(tenant, measured, upTo)),
                new RevisionRule(0.01, Duration.ofMinutes(1)),
                currencies,
                new StreamSignals(meters),
                1,
                Duration.ofSeconds(1),
                Duration.ofMillis(100),
                3,
                Duration.ofDays(30));
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "analytics");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksMemory.Setter.class);
        properties.put(RocksMemory.NAME, memory);
        driver = new TopologyTestDriver(ValueTopology.of(parts), properties, Instant.parse("2026-01-01T00:00:00Z"));
        orders = driver.createInputTopic(Topics.SHOP_ORDERS, new StringSerializer(), new ByteArraySerializer());
        analytics = driver.createInputTopic(Topics.CRM_ANALYTICS, new StringSerializer(), new ByteArraySerializer());
        values = driver.createOutputTopic(
                Topics.CUSTOMER_VALUE_STATE, new StringDeserializer(), new ByteArrayDeserializer());
        standings =
                driver.createOutputTopic(Topics.CRM_ANALYTICS, new StringDeserializer(), new ByteArrayDeserializer());
        deadLetters = driver.createOutputTopic(
                Topics.deadLetters(Topics.SHOP_ORDERS, "analytics"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    void publish(Shop.Event event) {
        publish(event, Map.of());
    }

    void publish(Shop.Event event, Map<String, String> otherHeaders) {
        Map<String, String> headers = TestTopics.cloudEvent(event.type(), event.key(), event.happened());
        headers.put("ce_id", "event-" + ids++);
        headers.putAll(otherHeaders);
        publish(event.key(), headers, JSON.writeValueAsBytes(event.body()));
    }

    void publish(String key, Map<String, String> headers, byte[] body) {
        RecordHeaders written = new RecordHeaders();
        headers.forEach((name, value) -> written.add(name, value.getBytes(StandardCharsets.UTF_8)));
        orders.pipeInput(new TestRecord<>(key, body, written, ARRIVED));
    }

    /** As another service publishes it. */
    void tell(String topic, String key, String type, String id, Instant happened, Map<String, Object> body) {
        Map<String, String> headers = TestTopics.cloudEvent(type, key, happened);
        headers.put("ce_id", id);
        RecordHeaders written = new RecordHeaders();
        headers.forEach((name, value) -> written.add(name, value.getBytes(StandardCharsets.UTF_8)));
        driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key, JSON.writeValueAsBytes(body), written, ARRIVED));
    }

    /** As the relay publishes a revision. */
    void revise(String tenant, int version, Boundaries boundaries) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("version", version);
        body.put("measuredAt", boundaries.measuredAt() + "T00:00:00Z");
        body.put("population", boundaries.population());
        if (boundaries.currency() != null) {
            body.put("currency", boundaries.currency());
        }
        body.put(
                "boundaries",
                Map.of(
                        "recency", boundaries.recency(),
                        "frequency", boundaries.frequency(),
                        "monetary",
                                boundaries.monetary().stream()
                                        .map(cut -> cut.toPlainString())
                                        .toList()));
        publishAnalytics(tenant, "crm.analytics.score-boundaries-revised.v1", JSON.writeValueAsBytes(body));
    }

    void publishAnalytics(String tenant, String type, byte[] body) {
        RecordHeaders headers = new RecordHeaders();
        Map.of(
                        "ce_type",
                        type,
                        "ce_tenant",
                        tenant,
                        "ce_time",
                        "2026-01-01T00:00:00Z",
                        "ce_sequence",
                        Integer.toString(++versions))
                .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        analytics.pipeInput(new TestRecord<>(tenant, body, headers, Instant.parse("2026-01-01T00:00:00Z")));
    }

    /** Lets time pass; whoever has something to do by the clock does it. */
    void pass(Duration time) {
        for (Duration left = time; left.isPositive(); left = left.minus(TICK)) {
            driver.advanceWallClockTime(TICK);
        }
    }

    Totals totals(String tenant) {
        KeyValueStore<Bytes, byte[]> tenants = driver.getKeyValueStore(ValueTopology.TENANTS);
        byte[] stored = tenants.get(StoreKeys.tenant(tenant));
        return stored == null ? Totals.NOTHING : StoredForms.tenant(stored).totals();
    }

    KeyValueStore<Bytes, byte[]> store(String name) {
        return driver.getKeyValueStore(name);
    }

    List<Proposal> proposals() {
        List<Proposal> made = List.copyOf(proposals);
        proposals.clear();
        return made;
    }

    List<String> answeredReplays() {
        return answeredReplays;
    }

    /** The changes of standing that were published since this was asked last. */
    List<TestRecord<String, byte[]>> standings() {
        return standings.readRecordsToList();
    }

    /** By what a tenant's customers are judged, as the topology knows it. */
    Compared versions(String tenant) {
        return new Compared(new InForceTable(() -> store(ValueTopology.BOUNDARIES)).of(tenant), null);
    }

    TenantEntry tenant(String tenant) {
        byte[] stored = store(ValueTopology.TENANTS).get(StoreKeys.tenant(tenant));
        return stored == null ? TenantEntry.UNKNOWN : StoredForms.tenant(stored);
    }

    List<TestRecord<String, byte[]>> values() {
        return values.readRecordsToList();
    }

    /** The last state of each customer that was published since this was asked last. */
    Map<String, JsonNode> lastValues() {
        Map<String, JsonNode> last = new LinkedHashMap<>();
        values().forEach(record -> last.put(record.key(), JSON.readTree(record.value())));
        return last;
    }

    /** As it is kept; null if nothing is known. */
    CustomerEntry customer(String key) {
        return new StoredCustomers(store(ValueTopology.CUSTOMERS), store(ValueTopology.ORDERS)).find(key);
    }

    double counted(AnalyticsSignals signal) {
        return meters.counter(signal.meter()).count();
    }

    List<TestRecord<String, byte[]>> deadLetters(String topic) {
        return driver.createOutputTopic(
                        Topics.deadLetters(topic, "analytics"), new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    List<TestRecord<String, byte[]>> deadLetters() {
        return deadLetters.readRecordsToList();
    }

    static String header(TestRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        driver.close();
        memory.close();
    }
}
