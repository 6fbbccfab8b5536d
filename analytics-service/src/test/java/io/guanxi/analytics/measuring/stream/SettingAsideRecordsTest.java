package io.guanxi.analytics.measuring.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.EventTypes;
import io.guanxi.contracts.Topics;
import io.guanxi.test.TestTopics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingAsideRecordsTest {

    private final Shop shop = new Shop("acme", "web");
    private final Shop.Event order = shop.paid("7", "o1", "2026-01-05", "47.39", 3);

    @TempDir
    Path folder;

    private RunningTopology running;

    @BeforeEach
    void start() {
        running = new RunningTopology(folder);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void a_body_that_is_not_json() {
        running.publish(order.key(), headers(), "{\"orderId\":".getBytes(StandardCharsets.UTF_8));
        assertThat(reason()).isEqualTo("unreadable");
    }

    @Test
    void a_body_that_is_too_large() {
        running.publish(order.with("channel", "x".repeat(RunningTopology.LARGEST_BODY)));
        TestRecord<String, byte[]> letter = only();
        assertThat(RunningTopology.header(letter, "dlq-reason")).isEqualTo("oversized");
        assertThat(RunningTopology.header(letter, "dlq-detail")).contains("expected: at most 4000");
        assertThat(letter.value()).hasSizeGreaterThan(RunningTopology.LARGEST_BODY);
        assertThat(running.totals("acme").orders()).isZero();
    }

    @Test
    void a_body_that_does_not_fulfil_its_schema() {
        running.publish(order.with("totals", Map.of("grand", "-1")));
        TestRecord<String, byte[]> letter = only();
        assertThat(RunningTopology.header(letter, "dlq-reason")).isEqualTo("invalid");
        assertThat(RunningTopology.header(letter, "dlq-violations")).contains("/totals/grand");
        assertThat(RunningTopology.header(letter, "dlq-topic")).isEqualTo("shop.orders.v1");
        assertThat(RunningTopology.header(letter, "dlq-attempts")).isEqualTo("1");
        assertThat(RunningTopology.header(letter, "dlq-group")).isEqualTo("analytics");
        assertThat(RunningTopology.header(letter, "ce_type")).isEqualTo("shop.order.paid.v1");
        assertThat(letter.key()).isEqualTo(order.key());
        assertThat(RunningTopology.JSON
                        .readTree(letter.value())
                        .at("/totals/grand")
                        .asString())
                .isEqualTo("-1");
    }

    @Test
    void a_key_that_is_not_the_buyers() {
        running.publish(new Shop.Event(shop.key("8"), order.type(), order.happened(), order.body()));
        assertThat(reason()).isEqualTo("wrong-key");
    }

    @Test
    void a_type_that_nobody_knows_and_one_that_belongs_elsewhere() {
        running.publish(order.of("shop.order.lost.v1"));
        running.publish(order.of("shop.customer.registered.v1"));
        assertThat(reasons()).containsExactly("unknown-type", "wrong-topic");
    }

    @Test
    void an_envelope_without_a_time_an_id_or_a_tenant() {
        for (String header : List.of("ce_time", "ce_id", "ce_tenant")) {
            running.publish(order, Map.of(header, ""));
        }
        running.publish(order, Map.of("ce_time", "yesterday"));
        running.publish(order, Map.of("ce_time", "+12026-01-01T00:00:00Z"));
        assertThat(reasons()).hasSize(5).containsOnly("invalid-envelope");
    }

    @Test
    void a_record_without_a_body() {
        running.publish(order.key(), headers(), null);
        assertThat(reason()).isEqualTo("unreadable");
    }

    @Test
    void the_next_record_is_handled_all_the_same() {
        running.publish(order.with("totals", Map.of()));
        running.publish(order);
        assertThat(running.totals("acme").orders()).isEqualTo(1);
    }

    @Test
    void a_replay_that_can_be_used_is_answered() {
        running.publish(order, Map.of("replay-of", "shop.orders.v1/2/77", "replay-attempts", "1"));
        assertThat(running.answeredReplays()).containsExactly("shop.orders.v1/2/77 acme");
        assertThat(running.totals("acme").orders()).isEqualTo(1);
    }

    @Test
    void a_replay_that_cannot_be_used_is_a_dead_letter_of_where_it_first_stood() {
        running.publish(
                order.with("totals", Map.of()), Map.of("replay-of", "shop.orders.v1/2/77", "replay-attempts", "1"));
        TestRecord<String, byte[]> letter = only();
        assertThat(RunningTopology.header(letter, "dlq-partition")).isEqualTo("2");
        assertThat(RunningTopology.header(letter, "dlq-offset")).isEqualTo("77");
        assertThat(RunningTopology.header(letter, "dlq-attempts")).isEqualTo("2");
        assertThat(letter.headers().lastHeader("replay-of")).isNull();
        assertThat(running.answeredReplays()).isEmpty();
    }

    @Test
    void dates_before_there_were_shops_on_the_net_and_dates_that_are_to_come() {
        running.publish(shop.paid("7", "missing", "1970-01-01", "1", 1));
        running.publish(shop.paid("7", "old", "1955-06-01", "1", 1));
        running.publish(shop.paid("7", "new", "2099-06-01", "1", 1));
        running.publish(order.with("placedAt", "2099-06-01T08:00:00Z"));
        running.publish(order.with("placedAt", "1970-01-01T00:00:00Z"));
        assertThat(reasons()).hasSize(5).containsOnly("implausible-time");
        assertThat(running.totals("acme").orders()).isZero();
        assertThat(running.customer(order.key())).isNull();
    }

    @Test
    void a_clock_that_is_some_hours_ahead_is_borne_with() {
        running.publish(shop.paid("7", "early", "2027-01-01", "1", 1));
        running.publish(shop.paid("7", "first", "1990-01-01", "1", 1));
        assertThat(running.deadLetters()).isEmpty();
        assertThat(running.totals("acme").orders()).isEqualTo(2);
    }

    @Test
    void what_other_services_tell_is_set_aside_by_its_own_topic() {
        running.tell(
                Topics.CRM_LOYALTY, order.key(), EventTypes.CRM_LOYALTY_TIER_CHANGED, "t1", order.happened(), Map.of());
        running.tell(
                Topics.CRM_CUSTOMERS,
                order.key(),
                EventTypes.CRM_CUSTOMER_STAGE_CHANGED,
                "s1",
                order.happened(),
                Map.of());
        running.tell(Topics.CRM_LOYALTY, order.key(), "crm.loyalty.unheard-of.v1", "u1", order.happened(), Map.of());
        assertThat(running.deadLetters(Topics.CRM_LOYALTY)).hasSize(1);
        assertThat(running.deadLetters(Topics.CRM_CUSTOMERS)).hasSize(1);
        assertThat(running.deadLetters()).isEmpty();
    }

    private Map<String, String> headers() {
        return TestTopics.cloudEvent(order.type(), order.key(), order.happened());
    }

    private String reason() {
        return RunningTopology.header(only(), "dlq-reason");
    }

    private List<String> reasons() {
        return running.deadLetters().stream()
                .map(letter -> RunningTopology.header(letter, "dlq-reason"))
                .toList();
    }

    private TestRecord<String, byte[]> only() {
        List<TestRecord<String, byte[]>> letters = running.deadLetters();
        assertThat(letters).hasSize(1);
        return letters.getFirst();
    }
}
