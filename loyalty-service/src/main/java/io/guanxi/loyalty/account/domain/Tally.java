package io.guanxi.loyalty.account.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was given of late and counts against a limit. What is older than any limit looks back is forgotten.
 *
 * @param items in the order in which they happened
 */
public record Tally(List<Item> items) {

    static final Tally EMPTY = new Tally(List.of());

    private static final Duration LONGEST_LIMIT = Duration.ofDays(366);

    public Tally {
        items = List.copyOf(items);
    }

    /**
     * One thing that counts.
     *
     * @param id the transfer, the complaint, or the friend's account
     */
    public record Item(Kind kind, String id, Instant at, long points) {}

    public enum Kind {
        SENT,
        GOODWILL,
        REFERRAL
    }

    Tally with(Kind kind, String id, Instant at, long points) {
        var recent = new ArrayList<>(items.stream()
                .filter(item -> item.at().isAfter(at.minus(LONGEST_LIMIT)))
                .toList());
        recent.add(new Item(kind, id, at, points));
        return new Tally(recent);
    }

    /** As if it had never been. */
    Tally without(Kind kind, String id) {
        return new Tally(items.stream()
                .filter(item -> item.kind() != kind || !item.id().equals(id))
                .toList());
    }

    /** Null if there is none, or none of late. */
    @Nullable
    Item find(Kind kind, String id) {
        return items.stream()
                .filter(item -> item.kind() == kind && item.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** Points of a kind from a moment on. */
    long pointsSince(Kind kind, Instant from) {
        return since(kind, from).mapToLong(Item::points).sum();
    }

    public long countSince(Kind kind, Instant from) {
        return since(kind, from).count();
    }

    private Stream<Item> since(Kind kind, Instant from) {
        return items.stream().filter(item -> item.kind() == kind && !item.at().isBefore(from));
    }
}
