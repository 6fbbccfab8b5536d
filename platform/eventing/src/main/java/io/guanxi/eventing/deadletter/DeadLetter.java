package io.guanxi.eventing.deadletter;

import io.guanxi.contracts.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be used, as it is listed.
 *
 * @param origin where the record first stood
 * @param tenant null if the record does not name one that could be read
 * @param type as its header says; null if it says none
 * @param eventId null if it has none
 * @param key the record's key as text; null if it has none
 * @param attempts how often it was tried
 * @param body null if it has none, or in a list
 * @param headers all but those of dead letters; empty in a list
 */
record DeadLetter(
        Coordinates origin,
        @Nullable String tenant,
        State state,
        String reason,
        String detail,
        List<Violation> violations,
        @Nullable String type,
        @Nullable String eventId,
        @Nullable String key,
        int attempts,
        Instant failedAt,
        int size,
        byte @Nullable [] body,
        Map<String, byte[]> headers) {

    enum State {
        /** Nobody has done anything about it. */
        OPEN,
        /** It was published again, and the answer is not there yet. */
        REPLAYED,
        /** The replay was taken in. */
        RESOLVED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
