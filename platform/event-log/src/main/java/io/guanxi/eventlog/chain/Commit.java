package io.guanxi.eventlog.chain;

import java.util.List;

/**
 * What one command adds to one stream; stored whole or not at all.
 *
 * @param id random; tells one's own commit from another's, whatever happened to the reply
 * @param version the sequence in the stream of its first event
 */
public record Commit(String id, String stream, long version, List<StoredEvent> events) {

    /** Generous, for field names and metadata; groups and single commits are bounded with it. */
    private static final int BYTES_BESIDE_BODY = 600;

    private static final int BYTES_PER_CHARACTER = 3;

    public Commit {
        events = List.copyOf(events);
        if (events.isEmpty() || version < 0) {
            throw new IllegalArgumentException(
                    "commit of " + events.size() + " events at " + version + " (expected: at least one, from 0 on)");
        }
    }

    public int size() {
        return events.size();
    }

    /** An upper estimate. */
    public long bytes() {
        return events.stream()
                .mapToLong(event -> (long) event.body().length() * BYTES_PER_CHARACTER + BYTES_BESIDE_BODY)
                .sum();
    }
}
