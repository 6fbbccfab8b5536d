package io.guanxi.customer.file.view.customerhistory;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.customer.file.domain.CustomerEvent;
import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.web.Cursor;
import io.guanxi.web.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a customer's file from its first entry on. */
@Component
public class CustomerHistory {

    private final EventStore events;
    private final EventCatalogue catalogue;

    CustomerHistory(EventStore events, EventCatalogue catalogue) {
        this.events = events;
        this.catalogue = catalogue;
    }

    /**
     * One part of a file; empty if there is none.
     *
     * @param cursor what the part before gave; null for the first
     * @throws io.guanxi.web.RequestRefused with status 400 if the cursor is not one of this very file
     */
    public Page<FileEntry> of(CustomerKey customer, @Nullable String cursor, int limit) {
        var first = cursor == null ? 0 : first(customer, cursor);
        var stream = events.readEvents(customer.toString(), first);
        List<FileEntry> entries = new ArrayList<>();
        while (entries.size() < limit && stream.hasNext()) {
            entries.add(entry(stream.next()));
        }
        return new Page<>(entries, stream.hasNext() ? next(customer, first + limit) : null);
    }

    private FileEntry entry(DomainEventMessage<?> message) {
        var event = (CustomerEvent) message.getPayload();
        var metaData = message.getMetaData();
        return new FileEntry(
                message.getSequenceNumber(),
                message.getIdentifier(),
                Instant.parse(text(metaData, "happened")),
                message.getTimestamp(),
                catalogue.nameOf(event.getClass()),
                Facts.of(event),
                text(metaData, "correlationId"),
                (String) metaData.get("causationId"),
                (String) metaData.get("actor"));
    }

    private static String text(MetaData metaData, String name) {
        return String.valueOf(metaData.get(name));
    }

    private static String next(CustomerKey customer, long sequence) {
        return new Cursor(list(customer), List.of(Long.toString(sequence))).encode();
    }

    private static long first(CustomerKey customer, String cursor) {
        return Long.parseLong(Cursor.decode(list(customer), cursor).position().getFirst());
    }

    /** Each file is a list of its own, so that where one goes on is not a place in another. */
    private static String list(CustomerKey customer) {
        return "customer-history/" + customer;
    }
}
