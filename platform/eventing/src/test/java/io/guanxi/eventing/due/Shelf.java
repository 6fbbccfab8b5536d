package io.guanxi.eventing.due;

import io.guanxi.web.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Jars by the day that is their last; a jar that is checked after it is thrown away. */
final class Shelf implements DueWork<String> {

    private final Map<String, Instant> jars = new ConcurrentHashMap<>();
    final Map<String, AtomicInteger> checks = new ConcurrentHashMap<>();
    final Set<String> stuck = ConcurrentHashMap.newKeySet();
    final AtomicInteger looks = new AtomicInteger();
    volatile boolean away;

    void put(String jar, Instant last) {
        jars.put(jar, last);
    }

    Set<String> jars() {
        return jars.keySet();
    }

    @Override
    public String name() {
        return "jars";
    }

    @Override
    public Page<String> before(Instant now, @Nullable String cursor, int limit) {
        looks.incrementAndGet();
        if (away) {
            throw new IllegalStateException("the light is out");
        }
        List<String> page = new TreeMap<>(jars)
                .tailMap(cursor == null ? "" : cursor, false).entrySet().stream()
                        .filter(jar -> jar.getValue().isBefore(now))
                        .map(Map.Entry::getKey)
                        .limit(limit)
                        .toList();
        return new Page<>(page, page.size() < limit ? null : page.getLast());
    }

    @Override
    public String key(String jar) {
        return jar;
    }

    @Override
    public void check(String jar, Instant now) {
        checks.computeIfAbsent(jar, any -> new AtomicInteger()).incrementAndGet();
        if (stuck.contains(jar)) {
            throw new IllegalStateException("It holds what nobody may read.");
        }
        jars.computeIfPresent(jar, (any, last) -> last.isBefore(now) ? null : last);
    }
}
