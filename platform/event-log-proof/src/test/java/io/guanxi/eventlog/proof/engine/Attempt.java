package io.guanxi.eventlog.proof.engine;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;

/** A commit that a writer wants stored. */
public record Attempt(String commit, String stream, long version, int events) {

    private static final Map<String, String> ORIGIN =
            Map.of("tenant", "acme", "happened", "2020-02-29T12:00:00Z", "correlationId", "proof");

    /** As an aggregate applies them: stamped by the clock of this process, now. */
    public List<DomainEventMessage<Happened>> messages() {
        return IntStream.range(0, events).mapToObj(this::message).toList();
    }

    private DomainEventMessage<Happened> message(int number) {
        return new GenericDomainEventMessage<>(
                "Proof",
                stream,
                version + number,
                new Happened(number),
                ORIGIN,
                new EventId(commit, number, events).toString(),
                GenericEventMessage.clock.instant());
    }
}
