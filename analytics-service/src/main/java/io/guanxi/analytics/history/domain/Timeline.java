package io.guanxi.analytics.history.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A value that others told from time to time, such as a customer's tier.
 *
 * @param values by the moment from which they hold; of two of one moment the greater, so that arrival does not decide
 */
public record Timeline(SortedMap<Instant, String> values) {

    public static final Timeline EMPTY = new Timeline(Collections.emptySortedMap());

    public Timeline {
        values = Collections.unmodifiableSortedMap(values);
    }

    public Timeline with(Instant from, String value) {
        TreeMap<Instant, String> more = new TreeMap<>(values);
        more.merge(from, value, (one, other) -> one.compareTo(other) >= 0 ? one : other);
        return new Timeline(more);
    }

    /** What held at the end of a day (UTC); null if nothing had been told. */
    public @Nullable String asOf(LocalDate day) {
        SortedMap<Instant, String> until =
                values.headMap(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        return until.isEmpty() ? null : until.get(until.lastKey());
    }

    /** The days (UTC) on which a value began to hold. */
    public Iterable<LocalDate> days() {
        return values.entrySet().stream()
                .map(Map.Entry::getKey)
                .map(moment -> moment.atZone(ZoneOffset.UTC).toLocalDate())
                .distinct()::iterator;
    }
}
