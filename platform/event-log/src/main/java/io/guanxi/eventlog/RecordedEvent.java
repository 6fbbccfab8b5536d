package io.guanxi.eventlog;

import io.guanxi.eventlog.chain.Provenance;
import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;

/**
 * One stored event, as views, relays and reactions see it.
 *
 * @param id stable identity; a second delivery has the same
 * @param stream the aggregate it belongs to
 * @param sequence its place in the stream; 0 is the first
 * @param position its place in the whole log; 0 is the first, and none is missing
 * @param name the wire name, as written in the {@link EventCatalogue}
 * @param payload the event itself, upcast to its present class
 * @param tenant whose data this is
 * @param happened when it happened in the world; business rules go by this
 * @param recorded when it was stored; "as known on" goes by this. The clock of one machine: it orders nothing
 * @param correlationId the same for everything that one request or one incoming event set off
 * @param causationId the event that caused it, if one did
 * @param actor who asked, if somebody did
 * @param traceparent the W3C trace context of the command, if it was traced
 */
public record RecordedEvent(
        String id,
        String stream,
        long sequence,
        long position,
        String name,
        Object payload,
        String tenant,
        Instant happened,
        Instant recorded,
        String correlationId,
        @Nullable String causationId,
        @Nullable String actor,
        @Nullable String traceparent) {

    /**
     * @param message an event that an event processor received from the log
     * @throws IllegalArgumentException if the message does not come from the log
     * @throws UnknownEvent if its name is not in the catalogue
     */
    public static RecordedEvent of(EventMessage<?> message, EventCatalogue catalogue) {
        if (!(message instanceof DomainEventMessage<?> domain)
                || !(message instanceof TrackedEventMessage<?> tracked)) {
            throw new IllegalArgumentException(
                    "message: " + message.getClass().getName() + " (expected: an event read from the event log)");
        }
        Provenance provenance = Provenance.of(message.getMetaData());
        Object payload = message.getPayload();
        return new RecordedEvent(
                message.getIdentifier(),
                domain.getAggregateIdentifier(),
                domain.getSequenceNumber(),
                positionOf(tracked),
                catalogue.nameOf(payload.getClass()),
                payload,
                provenance.tenant(),
                provenance.happened(),
                message.getTimestamp(),
                provenance.correlationId(),
                provenance.causationId(),
                provenance.actor(),
                provenance.traceparent());
    }

    private static long positionOf(TrackedEventMessage<?> tracked) {
        return WrappedToken.unwrap(tracked.trackingToken(), GlobalSequenceTrackingToken.class)
                .map(GlobalSequenceTrackingToken::getGlobalIndex)
                .orElseThrow(() -> new IllegalArgumentException(
                        "token: " + tracked.trackingToken() + " (expected: a position in the event log)"));
    }
}
