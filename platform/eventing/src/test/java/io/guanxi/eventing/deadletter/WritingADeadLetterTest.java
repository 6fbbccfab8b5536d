package io.guanxi.eventing.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.Envelope;
import io.guanxi.contracts.Violation;
import io.guanxi.eventing.publish.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class WritingADeadLetterTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Coordinates PLACE = new Coordinates("shop.orders.v1", 3, 77);
    private static final Rejection INVALID =
            new Rejection("invalid", "does not fit", List.of(new Violation("/orderId", "is missing")));

    @Test
    void says_why_where_and_when_and_keeps_what_the_sender_said() {
        assertThat(letter(Map.of("x-shop", "south", Envelope.ID, "event-1")))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("x-shop", "south"),
                        Map.entry(Envelope.ID, "event-1"),
                        Map.entry(Envelope.DLQ_REASON, "invalid"),
                        Map.entry(Envelope.DLQ_DETAIL, "does not fit"),
                        Map.entry("dlq-violations", "[{\"pointer\":\"/orderId\",\"message\":\"is missing\"}]"),
                        Map.entry(Envelope.DLQ_TOPIC, "shop.orders.v1"),
                        Map.entry(Envelope.DLQ_PARTITION, "3"),
                        Map.entry(Envelope.DLQ_OFFSET, "77"),
                        Map.entry(Envelope.DLQ_ATTEMPTS, "1"),
                        Map.entry(Envelope.DLQ_GROUP, "orderbook"),
                        Map.entry(Envelope.DLQ_FAILED_AT, "2026-03-01T10:00:00Z")));
    }

    @Test
    void a_replay_that_fails_again_is_filed_where_its_record_first_stood() {
        Map<String, String> letter = letter(Map.of(
                DeadLetterHeaders.REPLAY_OF, "shop.orders.v1/1/5",
                DeadLetterHeaders.REPLAY_ATTEMPTS, "4",
                Envelope.DLQ_REASON, "unreadable"));
        assertThat(letter)
                .containsEntry(Envelope.DLQ_PARTITION, "1")
                .containsEntry(Envelope.DLQ_OFFSET, "5")
                .containsEntry(Envelope.DLQ_ATTEMPTS, "5")
                .containsEntry(Envelope.DLQ_REASON, "invalid")
                .doesNotContainKeys(DeadLetterHeaders.REPLAY_OF, DeadLetterHeaders.REPLAY_ATTEMPTS);
    }

    @Test
    void a_replay_of_a_place_on_another_topic_is_filed_where_it_stands() {
        assertThat(letter(Map.of(DeadLetterHeaders.REPLAY_OF, "shop.customers.v1/1/5")))
                .containsEntry(Envelope.DLQ_TOPIC, "shop.orders.v1")
                .containsEntry(Envelope.DLQ_OFFSET, "77");
    }

    @Test
    void a_sender_cannot_make_the_number_of_attempts_run_over() {
        assertThat(letter(Map.of(DeadLetterHeaders.REPLAY_ATTEMPTS, Integer.toString(Integer.MAX_VALUE))))
                .containsEntry(Envelope.DLQ_ATTEMPTS, "1000000");
    }

    private static Map<String, String> letter(Map<String, String> record) {
        RecordHeaders headers = new RecordHeaders();
        record.forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return texts(DeadLetterHeaders.of(headers, PLACE, INVALID, "orderbook", NOW));
    }

    private static Map<String, String> texts(Headers headers) {
        Map<String, String> texts = new TreeMap<>();
        for (Header header : headers) {
            assertThat(texts.put(header.key(), EventHeaders.text(headers, header.key())))
                    .as(header.key() + " is there once")
                    .isNull();
        }
        return texts;
    }
}
