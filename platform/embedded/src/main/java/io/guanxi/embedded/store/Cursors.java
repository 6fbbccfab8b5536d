package io.guanxi.embedded.store;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/** The open cursors. One that nobody has asked for ten minutes is forgotten, as its client is gone. */
final class Cursors {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final CursorRegistry registry;
    private final Set<StoreCursor> open = ConcurrentHashMap.newKeySet();

    Cursors(CursorRegistry registry) {
        this.registry = registry;
    }

    CursorRegistry registry() {
        return registry;
    }

    StoreCursor open(Results results, IntFunction<List<Document>> read) {
        StoreCursor cursor = new StoreCursor(registry.generateCursorId(), results, read);
        open.add(cursor);
        registry.add(cursor);
        return cursor;
    }

    void forgetAbandoned() {
        open.removeIf(cursor -> {
            boolean abandoned = cursor.idleNanos() > LONGEST_PAUSE.toNanos();
            if (abandoned) {
                registry.remove(cursor.getId());
            }
            return abandoned;
        });
    }
}
