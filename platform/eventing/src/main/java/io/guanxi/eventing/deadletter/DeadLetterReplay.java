package io.guanxi.eventing.deadletter;

import io.guanxi.contracts.Envelope;
import io.guanxi.eventing.publish.EventHeaders;
import io.guanxi.eventing.publish.Publisher;
import io.guanxi.web.FieldProblem;
import io.guanxi.web.Problem;
import io.guanxi.web.RequestRefused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Publishes a dead letter again to the topic where it first stood, as it was or repaired, with its id. It is read there like
 * any other record; what becomes of it shows in the list.
 */
final class DeadLetterReplay {

    private final DeadLetterIndex index;
    private final ReplayCheck check;
    private final Publisher publisher;

    DeadLetterReplay(DeadLetterIndex index, ReplayCheck check, Publisher publisher) {
        this.index = index;
        this.check = check;
        this.publisher = publisher;
    }

    /**
     * @param body takes the place of the record's body; null to leave it
     * @param corrections take the place of headers
     * @param tenant the only tenant that the repaired record may belong to; null for any
     * @throws RequestRefused with status 422 if the record still could not be used; nothing is published then
     */
    void replay(DeadLetter letter, byte @Nullable [] body, Map<String, String> corrections, @Nullable String tenant) {
        ConsumerRecord<byte[], byte[]> repaired = repaired(letter, body, corrections);
        requireTenant(repaired, tenant);
        Optional<Rejection> rejection = check.check(repaired);
        if (rejection.isPresent()) {
            throw stillUnusable(rejection.get());
        }
        RecordHeaders headers = new RecordHeaders(repaired.headers());
        headers.add(DeadLetterHeaders.REPLAY_OF, utf8(letter.origin().toString()));
        headers.add(DeadLetterHeaders.REPLAY_ATTEMPTS, utf8(Integer.toString(letter.attempts())));
        publisher.publish(List.of(
                new ProducerRecord<>(letter.origin().topic(), null, repaired.key(), repaired.value(), headers)));
        index.replayed(letter);
    }

    private ConsumerRecord<byte[], byte[]> repaired(
            DeadLetter letter, byte @Nullable [] body, Map<String, String> corrections) {
        RecordHeaders headers = new RecordHeaders();
        letter.headers().forEach(headers::add);
        corrections.forEach((name, value) -> {
            headers.remove(name);
            headers.add(name, utf8(value));
        });
        byte[] value = body == null ? letter.body() : body;
        String key = check.keyOf(record(letter, letter.key(), value, headers)).orElse(letter.key());
        if (key != null) {
            headers.remove(Envelope.SUBJECT);
            headers.add(Envelope.SUBJECT, utf8(key));
        }
        return record(letter, key, value, headers);
    }

    private static ConsumerRecord<byte[], byte[]> record(
            DeadLetter letter, @Nullable String key, byte @Nullable [] value, RecordHeaders headers) {
        Coordinates origin = letter.origin();
        byte[] keyBytes = key == null ? null : utf8(key);
        return new ConsumerRecord<>(
                origin.topic(),
                origin.partition(),
                origin.offset(),
                ConsumerRecord.NO_TIMESTAMP,
                TimestampType.NO_TIMESTAMP_TYPE,
                keyBytes == null ? 0 : keyBytes.length,
                value == null ? 0 : value.length,
                keyBytes,
                value,
                headers,
                Optional.empty());
    }

    private static void requireTenant(ConsumerRecord<?, ?> repaired, @Nullable String tenant) {
        if (tenant != null && !tenant.equals(EventHeaders.text(repaired.headers(), Envelope.TENANT))) {
            throw stillUnusable(new Rejection(
                    "invalid-envelope",
                    "must belong to your tenant",
                    List.of(new io.guanxi.contracts.Violation("/headers/" + Envelope.TENANT, "must be your tenant"))));
        }
    }

    private static RequestRefused stillUnusable(Rejection rejection) {
        List<FieldProblem> errors = rejection.violations().stream()
                .map(violation -> FieldProblem.inBody(
                        violation.pointer().startsWith("/headers/")
                                ? violation.pointer()
                                : "/body" + violation.pointer(),
                        violation.message()))
                .toList();
        return new RequestRefused(new Problem(
                "still-unusable",
                HttpStatus.UNPROCESSABLE_CONTENT,
                "The record still cannot be used",
                rejection.reason() + ": " + rejection.detail(),
                errors,
                Map.of()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
