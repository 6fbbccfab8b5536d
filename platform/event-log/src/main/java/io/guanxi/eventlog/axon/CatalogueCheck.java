package io.guanxi.eventlog.axon;

import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.eventlog.UnknownEvent;
import io.guanxi.eventlog.audit.BodyCheck;
import io.guanxi.eventlog.chain.Provenance;
import io.guanxi.eventlog.chain.StoredEvent;
import java.time.Instant;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/** Reads events as the engine does: through the upcasters, then as the class that the catalogue names. */
public final class CatalogueCheck implements BodyCheck {

    private static final Provenance SOMEBODY = new Provenance("t", Instant.EPOCH, "c", null, null, null);

    private final Serializer serializer;
    private final EventUpcaster upcasters;

    private CatalogueCheck(Serializer serializer, EventUpcaster upcasters) {
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    public static CatalogueCheck of(EventCatalogue catalogue) {
        return of(catalogue, NoOpEventUpcaster.INSTANCE);
    }

    public static CatalogueCheck of(EventCatalogue catalogue, EventUpcaster upcasters) {
        return new CatalogueCheck(new CatalogueSerializer(catalogue), upcasters);
    }

    @Override
    public Verdict judge(String name, String revision, String body) {
        StoredEvent event = new StoredEvent("", name, revision, body, Instant.EPOCH, SOMEBODY);
        try {
            EventStreamUtils.upcastAndDeserializeDomainEvents(
                            Stream.of(new StoredEventData("t/", 0, event)), serializer, upcasters)
                    .asStream()
                    .forEach(DomainEventMessage::getPayload);
            return Verdict.READABLE;
        } catch (UnknownEvent unknown) {
            return Verdict.UNKNOWN_NAME;
        } catch (RuntimeException unreadable) {
            return Verdict.UNREADABLE_BODY;
        }
    }
}
