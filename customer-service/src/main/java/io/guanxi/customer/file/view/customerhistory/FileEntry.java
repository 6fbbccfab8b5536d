package io.guanxi.customer.file.view.customerhistory;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a customer's file. It holds no contact data.
 *
 * @param sequence its place in the file; 0 is the first
 * @param happened when it happened
 * @param recorded when it became known here
 * @param what the event's name, such as {@code customer.order-noted}
 * @param facts what the event says; for contact data the names of the fields alone
 * @param causedBy the incoming event that caused it, if one did
 * @param actor who asked for it, if somebody did
 */
public record FileEntry(
        long sequence,
        String eventId,
        Instant happened,
        Instant recorded,
        String what,
        Map<String, Object> facts,
        String correlationId,
        @Nullable String causedBy,
        @Nullable String actor) {}
