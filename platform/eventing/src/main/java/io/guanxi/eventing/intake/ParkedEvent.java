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

    /** The order whose events alone can make it fit; null if others can too, so that it is tried after each. */
    @Nullable
    String awaitedOrder() {
        return waitsFor != null && waitsFor.equals(order) ? order : null;
    }

    /** The same after a failure: it stands in the queue. */
    ParkedEvent queued(String failure) {
        return again(Kind.QUEUED, null, attempts + 1, failure);
    }

    /** The same when it turned out to be too early. */
    ParkedEvent early(String nowWaitsFor) {
        return again(Kind.EARLY, nowWaitsFor, attempts, null);
    }

    private ParkedEvent again(
            Kind nowOfKind, @Nullable String nowWaitsFor, int nowAttempts, @Nullable String nowProblem) {
        return new ParkedEvent(
                record, lane, nowOfKind, tenant, eventId, type, happened, nowWaitsFor, order, nowAttempts, nowProblem);
    }
}
