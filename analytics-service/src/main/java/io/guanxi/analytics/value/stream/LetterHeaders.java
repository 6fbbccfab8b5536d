package io.guanxi.analytics.value.stream;

import io.guanxi.contracts.Envelope;
import io.guanxi.eventing.deadletter.Coordinates;
import io.guanxi.eventing.deadletter.DeadLetterHeaders;
import io.guanxi.eventing.deadletter.Rejection;
import io.guanxi.eventing.publish.EventHeaders;
import io.guanxi.eventing.publish.EventingJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import tools.jackson.databind.json.JsonMapper;

/**
 * The headers of a dead letter, in the form that the platform lists and replays. They are made here and not by the
 * platform's own writer because a dead letter is part of the same transaction as the offset of its record.
 */
final class LetterHeaders {

    private static final String VIOLATIONS = "dlq-violations";

    private final String group;
    private final JsonMapper mapper = EventingJson.mapper();

    LetterHeaders(String group) {
        this.group = group;
    }

    Headers of(Headers record, Coordinates origin, Rejection rejection, Instant failedAt) {
        RecordHeaders headers = new RecordHeaders();
        for (Header header : record) {
            if (!header.key().startsWith("dlq-") && !header.key().startsWith("replay-")) {
                headers.add(header);
            }
        }
        add(headers, Envelope.DLQ_REASON, rejection.reason());
        add(headers, Envelope.DLQ_DETAIL, rejection.detail());
        headers.add(VIOLATIONS, mapper.writeValueAsBytes(rejection.violations()));
        add(headers, Envelope.DLQ_TOPIC, origin.topic());
        add(headers, Envelope.DLQ_PARTITION, Integer.toString(origin.partition()));
        add(headers, Envelope.DLQ_OFFSET, Long.toString(origin.offset()));
        add(headers, Envelope.DLQ_ATTEMPTS, Integer.toString(attempts(record) + 1));
        add(headers, Envelope.DLQ_GROUP, group);
        add(headers, Envelope.DLQ_FAILED_AT, failedAt.toString());
        return headers;
    }

    private static int attempts(Headers record) {
        String before = EventHeaders.text(record, DeadLetterHeaders.REPLAY_ATTEMPTS);
        return before != null && before.matches("\\d{1,6}") ? Integer.parseInt(before) : 0;
    }

    private static void add(RecordHeaders headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
