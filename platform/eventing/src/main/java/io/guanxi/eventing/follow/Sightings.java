package io.guanxi.eventing.follow;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Tells how long an owner has been silent, without any wall clock: since when, by a watch of one's own, one has seen its
 * document unchanged.
 */
public final class Sightings {

    private final LongSupplier nanoTime;
    private final Map<String, Sighting> latest = new ConcurrentHashMap<>();

    /** @param since what the watch showed when this term and beat were seen first */
    private record Sighting(long term, long beat, long since) {}

    /** @param nanoTime a monotonic clock */
    public Sightings(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** How long what bears this name has been seen with this term and beat; zero the first time. */
    public Duration silence(String name, long term, long beat) {
        long now = nanoTime.getAsLong();
        Sighting seen = latest.compute(
                name,
                (any, before) -> before != null && before.term() == term && before.beat() == beat
                        ? before
                        : new Sighting(term, beat, now));
        return Duration.ofNanos(now - seen.since());
    }

    public void forget(String name) {
        latest.remove(name);
    }

    /** Forgets all others. */
    public void keepOnly(Set<String> names) {
        latest.keySet().retainAll(names);
    }
}
