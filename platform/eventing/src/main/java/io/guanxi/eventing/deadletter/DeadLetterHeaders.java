package io.guanxi.eventing.deadletter;

import io.guanxi.contracts.Envelope;
import io.guanxi.eventing.publish.EventHeaders;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/** The headers of dead letters and replays beside those of {@link Envelope}. */
public final class DeadLetterHeaders {

    /** On a replayed record: where the record first stood that it stands for. */
    public static final String REPLAY_OF = "replay-of";

    /** On a replayed record: how often it was tried before. */
    public static final String REPLAY_ATTEMPTS = "replay-attempts";

    /** On a dead letter: the violations, a JSON array of pointer and message. */
    static final String VIOLATIONS = "dlq-violations";

    private DeadLetterHeaders() {}

    /** Whose place a record takes; empty if it is no replay. A place on another topic is somebody's mistake and is none. */
    public static Optional<Coordinates> replayOf(ConsumerRecord<?, ?> record) {
        return Optional.ofNullable(EventHeaders.text(record.headers(), REPLAY_OF))
                .flatMap(Coordinates::parse)
                .filter(origin -> origin.topic().equals(record.topic()));
    }

    static int attempts(Headers headers, String name) {
        String text = EventHeaders.text(headers, name);
        try {
            return text == null ? 0 : Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    static boolean isOurs(String name) {
        return name.startsWith("dlq-") || name.startsWith("replay-");
    }
}
