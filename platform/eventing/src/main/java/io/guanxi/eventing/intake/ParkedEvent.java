package io.guanxi.eventing.intake;

import io.guanxi.eventing.deadletter.Coordinates;
import java.time.Instant;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * An event that is set aside.
 *
 * @param record as it came
 * @param lane whose queue it stands in
 * @param kind why it waits
 * @param waitsFor of an early one: what it waits for
 * @param order the order that it is about, if any
 * @param attempts how often it was tried and failed
 * @param problem the class of the last failure; null if it has not failed itself
 */
record ParkedEvent(
        ConsumerRecord<byte[], byte[]> record,
        Lane lane,
        Kind kind,
        String tenant,
        String eventId,
        String type,
        Instant happened,
        @Nullable String waitsFor,
        @Nullable String order,
        int attempts,
        @Nullable String problem) {

    enum Kind {
        /** It failed, or came after one that did: nothing of this customer goes on before it. */
        QUEUED,
        /** Something else must come first: the customer's other events go on. */
        EARLY;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static ParkedEvent early(ConsumerRecord<byte[], byte[]> record, Lane lane, IncomingEvent event, String waitsFor) {
        return of(record, lane, event, Kind.EARLY, waitsFor, 0, null);
    }

    static ParkedEvent failed(ConsumerRecord<byte[], byte[]> record, Lane lane, IncomingEvent event, String problem) {
        return of(record, lane, event, Kind.QUEUED, null, 1, problem);
    }

    static ParkedEvent behind(ConsumerRecord<byte[], byte[]> record, Lane lane, IncomingEvent event) {
        return of(record, lane, event, Kind.QUEUED, null, 0, null);
    }

    private static ParkedEvent of(
            ConsumerRecord<byte[], byte[]> record,
            Lane lane,
            IncomingEvent event,
            Kind kind,
            @Nullable String waitsFor,
            int attempts,
            @Nullable String problem) {
        return new ParkedEvent(
                record,
                lane,
                kind,
                event.origin().tenant(),
                event.id(),
                event.type(),
                event.happened(),
                waitsFor,
                event.order(),
                attempts,
                problem);
    }

    Coordinates origin() {
        return Coordinates.of(record);
    }

    /** Whether it makes sense to try it again after an event about an order: it waits for that order, or for something else. */
    boolean mayFitAfter(@Nullable String appliedOrder) {
        return waitsFor == null || waitsFor.equals(appliedOrder) || !waitsFor.equals(order);
    }
}
