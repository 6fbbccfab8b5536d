package io.guanxi.eventlog.proof.engine;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/** An event as a reader was shown it; {@code position} is -1 where the engine has none. */
public record SeenEvent(String id, String stream, long sequence, long position) {

    public static SeenEvent of(TrackedEventMessage<?> message) {
        DomainEventMessage<?> domain = (DomainEventMessage<?>) message;
        return new SeenEvent(
                message.getIdentifier(),
                domain.getAggregateIdentifier(),
                domain.getSequenceNumber(),
                message.trackingToken().position().orElse(-1));
    }
}
