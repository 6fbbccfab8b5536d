package io.guanxi.eventing.deadletter;

import io.guanxi.contracts.Envelope;
import io.guanxi.eventing.publish.EventHeaders;
import io.guanxi.eventing.publish.EventingJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import tools.jackson.databind.json.JsonMapper;

/** The headers of dead letters and replays beside those of {@link Envelope}. */
public final class DeadLetterHeaders {

    /** On a replayed record: where the record first stood that it stands for. */
    public static final String REPLAY_OF = "replay-of";

    /** On a replayed record: how often it was tried before. */
    public static final String REPLAY_ATTEMPTS = "replay-attempts";

    /** On a dead letter: the violations, a JSON array of pointer and message. */
    static final String VIOLATIONS = "dlq-violations";

    private static final int MOST_ATTEMPTS = 999_999;
    private static final JsonMapper JSON = EventingJson.mapper();

    private DeadLetterHeaders() {}

    /**
     * The headers of a dead letter in the form that is listed and replayed: the record's own without those of earlier letters
     * and replays, why it cannot be used, and where it first stood. For who must write letters by itself, such as in one
     * transaction with the offset of the record; {@link DeadLetters} does it for all others.
     *
     * @param place where the record stands; if it is a replay it is filed where it first stood
     * @param group who cannot use it; the letter belongs on {@code Topics.deadLetters(place.topic(), group)}
     */
    public static Headers of(Headers record, Coordinates place, Rejection rejection, String group, Instant failedAt) {
        Coordinates origin = replayOf(place.topic(), record).orElse(place);
        RecordHeaders headers = new RecordHeaders();
        for (Header header : record) {
            if (!isOurs(header.key())) {
                headers.add(header);
            }
        }
        add(headers, Envelope.DLQ_REASON, rejection.reason());
        add(headers, Envelope.DLQ_DETAIL, rejection.detail());
        headers.add(VIOLATIONS, JSON.writeValueAsBytes(rejection.violations()));
        add(headers, Envelope.DLQ_TOPIC, origin.topic());
        add(headers, Envelope.DLQ_PARTITION, Integer.toString(origin.partition()));
        add(headers, Envelope.DLQ_OFFSET, Long.toString(origin.offset()));
        add(headers, Envelope.DLQ_ATTEMPTS, Integer.toString(attempts(record, REPLAY_ATTEMPTS) + 1));
        add(headers, Envelope.DLQ_GROUP, group);
        add(headers, Envelope.DLQ_FAILED_AT, failedAt.toString());
        return headers;
    }

    /** Whose place a record takes; empty if it is no replay. A place on another topic is somebody's mistake and is none. */
    public static Optional<Coordinates> replayOf(ConsumerRecord<?, ?> record) {
        return replayOf(record.topic(), record.headers());
    }

    /** The same for a record of which only the topic and the headers are at hand. */
    public static Optional<Coordinates> replayOf(String topic, Headers headers) {
        return Optional.ofNullable(EventHeaders.text(headers, REPLAY_OF))
                .flatMap(Coordinates::parse)
                .filter(origin -> origin.topic().equals(topic));
    }

    static int attempts(Headers headers, String name) {
        String text = EventHeaders.text(headers, name);
        try {
            return text == null ? 0 : Math.clamp(Integer.parseInt(text), 0, MOST_ATTEMPTS);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static void add(RecordHeaders headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    static boolean isOurs(String name) {
        return name.startsWith("dlq-") || name.startsWith("replay-");
    }
}
