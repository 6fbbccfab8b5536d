package io.guanxi.analytics.measuring.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.analytics.models.domain.Versions;
import io.guanxi.contracts.EventTypes;
import io.guanxi.test.ApprovedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepingWhatIsInForceTest {

    private static final String TENANT = "acme";
    private static final String TABLE = "boundaries";
    private static final String TOPIC = "analytics";
    private static final LocalDate MARCH = LocalDate.parse("2026-03-09");

    @TempDir
    Path folder;

    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> topic;
    private KeyValueStore<Bytes, byte[]> store;
    private InForceTable table;

    @BeforeEach
    void start() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addGlobalStore(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(TABLE), Serdes.Bytes(), Serdes.ByteArray())
                        .withCachingDisabled()
                        .withLoggingDisabled(),
                TOPIC,
                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()),
                () -> new KeepingBoundaries(TABLE));
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        driver = new TopologyTestDriver(builder.build(), properties);
        topic = driver.createInputTopic(TOPIC, new StringSerializer(), new ByteArraySerializer());
        store = driver.getKeyValueStore(TABLE);
        table = new InForceTable(() -> store);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void whoever_knows_nothing_has_no_versions() {
        assertThat(table.of(TENANT)).isSameAs(Versions.NONE);
        assertThat(table.generations()).isEmpty();
    }

    @Test
    void every_version_on_the_topic_is_in_force_from_its_day_on() {
        tell(EventTypes.CRM_ANALYTICS_LIFETIME_MODEL_FITTED, 0);
        tell(EventTypes.CRM_ANALYTICS_RISK_MODEL_FITTED, 1);
        tell(EventTypes.CRM_ANALYTICS_CLUSTERS_FOUND, 2);
        tell(EventTypes.CRM_ANALYTICS_PYRAMID_RULE_PUBLISHED, 3);
        tell(EventTypes.CRM_ANALYTICS_SEGMENT_SWITCHED, 5);
        var inForce = table.of(TENANT).on(MARCH);
        assertThat(inForce.lifetime()).isNotNull();
        assertThat(inForce.risk()).isNotNull();
        assertThat(inForce.clusters()).isNotNull();
        assertThat(inForce.pyramid()).isNotNull();
        assertThat(inForce.segments()).hasSize(1);
        assertThat(table.of(TENANT).on(MARCH.minusDays(1)).lifetime()).isNull();
        assertThat(table.generations()).containsExactly(Map.entry(TENANT, 5));
        tell(EventTypes.CRM_ANALYTICS_SEGMENT_RETIRED, 6);
        assertThat(table.of(TENANT).on(MARCH).segments()).isEmpty();
        assertThat(table.generations()).containsExactly(Map.entry(TENANT, 6));
    }

    @Test
    void what_is_known_is_read_again_only_after_something_came() {
        tell(EventTypes.CRM_ANALYTICS_LIFETIME_MODEL_FITTED, 0);
        Versions before = table.of(TENANT);
        assertThat(table.of(TENANT)).isSameAs(before);
        tell(EventTypes.CRM_ANALYTICS_RISK_MODEL_FITTED, 1);
        assertThat(table.of(TENANT)).isNotSameAs(before);
        assertThat(before.on(MARCH).risk()).as("a snapshot stays as it is").isNull();
    }

    @Test
    void a_record_that_comes_twice_is_one_version() {
        tell(EventTypes.CRM_ANALYTICS_LIFETIME_MODEL_FITTED, 0);
        tell(EventTypes.CRM_ANALYTICS_LIFETIME_MODEL_FITTED, 0);
        assertThat(table.generations()).containsEntry(TENANT, 1);
    }

    @Test
    void tenants_with_like_names_do_not_meet() {
        tell("acme", EventTypes.CRM_ANALYTICS_LIFETIME_MODEL_FITTED, 0, sample(type("lifetime-model-fitted")));
        tell("acme-2", EventTypes.CRM_ANALYTICS_RISK_MODEL_FITTED, 0, sample(type("risk-model-fitted")));
        tell("acm", EventTypes.CRM_ANALYTICS_CLUSTERS_FOUND, 0, sample(type("clusters-found")));
        assertThat(table.of("acme").generation()).isEqualTo(1);
        assertThat(table.of("acme-2").on(MARCH).risk()).isNotNull();
        assertThat(table.of("acme").on(MARCH).risk()).isNull();
        assertThat(table.generations()).hasSize(3);
    }

    @Test
    void the_last_boundaries_of_each_day_are_remembered() {
        revise(1, "2026-03-01T00:00:00Z");
        revise(2, "2026-03-02T00:00:00Z");
        revise(3, "2026-03-02T00:00:00Z");
        Versions versions = table.of(TENANT);
        assertThat(versions.on(LocalDate.parse("2026-02-28")).boundariesVersion())
                .isZero();
        assertThat(versions.on(LocalDate.parse("2026-03-01")).boundariesVersion())
                .isEqualTo(1);
        assertThat(versions.on(LocalDate.parse("2026-03-05")).boundariesVersion())
                .isEqualTo(3);
        assertThat(new BoundariesInForce(store).all())
                .hasSize(1)
                .hasEntrySatisfying(
                        TENANT, revised -> assertThat(revised.version()).isEqualTo(3));
    }

    /** Such were recorded before the decider refused them. */
    @Test
    void boundaries_of_an_earlier_day_do_not_take_the_place_of_the_present_ones() {
        revise(1, "2026-03-02T00:00:00Z");
        revise(2, "2026-03-01T00:00:00Z");
        assertThat(new BoundariesInForce(store).of(TENANT))
                .isNotNull()
                .extracting(RevisedBoundaries::version)
                .isEqualTo(1);
        assertThat(table.of(TENANT).latestDay()).isEqualTo("2026-03-02");
    }

    @Test
    void a_table_of_an_earlier_release_is_read_on() {
        String stored = new ApprovedFiles().read("stored/boundaries.v1.hex").strip();
        byte[] form = HexFormat.of().parseHex(stored);
        store.put(BoundariesInForce.key(TENANT), form);
        RevisedBoundaries known = StoredForms.revised(form);
        Versions versions = table.of(TENANT);
        assertThat(versions.on(known.boundaries().measuredAt()).boundariesVersion())
                .isEqualTo(known.version());
        assertThat(versions.latestDay()).isEqualTo(known.boundaries().measuredAt());
    }

    @Test
    void what_cannot_be_read_or_is_not_known_stops_nobody() {
        tell(TENANT, EventTypes.CRM_ANALYTICS_LIFETIME_MODEL_FITTED, 0, utf8("{\"version\": 1}"));
        tell(TENANT, EventTypes.CRM_ANALYTICS_RISK_MODEL_FITTED, 1, utf8("no json"));
        tell(TENANT, EventTypes.CRM_ANALYTICS_SCORE_BOUNDARIES_REVISED, 2, utf8("{}"));
        tell(TENANT, "crm.analytics.weather-changed.v1", 3, utf8("{}"));
        tell(TENANT, EventTypes.CRM_ANALYTICS_GRADE_CHANGED, 4, sample(type("grade-changed")));
        tell("No Tenant", EventTypes.CRM_ANALYTICS_CLUSTERS_FOUND, 5, sample(type("clusters-found")));
        topic.pipeInput(TENANT, utf8("{}"));
        tell(EventTypes.CRM_ANALYTICS_CLUSTERS_FOUND, 6);
        assertThat(table.of(TENANT).on(MARCH).clusters()).isNotNull();
        assertThat(table.generations()).containsExactly(Map.entry(TENANT, 1));
    }

    private void revise(int version, String measuredAt) {
        tell(TENANT, EventTypes.CRM_ANALYTICS_SCORE_BOUNDARIES_REVISED, version, utf8("""
                {"version": %d, "measuredAt": "%s", "population": 5, "currency": "EUR",
                 "boundaries": {"recency": [1, 2, 3, 4], "frequency": [1, 2, 3, 4],
                   "monetary": ["1.00", "2.00", "3.00", "4.00"]}}""".formatted(
                        version, measuredAt)));
    }

    private void tell(String type, long sequence) {
        tell(TENANT, type, sequence, sample(type));
    }

    private void tell(String tenant, String type, long sequence, byte[] body) {
        RecordHeaders headers = new RecordHeaders();
        Map.of(
                        "ce_type",
                        type,
                        "ce_tenant",
                        tenant,
                        "ce_time",
                        "2026-03-09T00:00:00Z",
                        "ce_sequence",
                        Long.toString(sequence))
                .forEach((name, value) -> headers.add(name, utf8(value)));
        topic.pipeInput(new TestRecord<>(tenant, body, headers, Instant.parse("2026-03-09T00:00:00Z")));
    }

    private static String type(String name) {
        return "crm.analytics." + name + ".v1";
    }

    private static byte[] sample(String type) {
        String path = "/samples/" + type + "/full.json";
        try (var file = KeepingWhatIsInForceTest.class.getResourceAsStream(path)) {
            return Objects.requireNonNull(file, path).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
