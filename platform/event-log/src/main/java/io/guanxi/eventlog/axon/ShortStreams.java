package io.guanxi.eventlog.axon;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Streams that this process has read from their first event and found short. A snapshot only saves reading, so for these
 * none is looked for, which halves the round trips of loading an aggregate. Forgetting a stream costs one read; knowing
 * one that has grown elsewhere costs reading its events, once.
 */
final class ShortStreams {

    /** So many events are read as fast as a snapshot. */
    private static final int QUICKLY_READ = 50;

    private static final int REMEMBERED = 50_000;

    private final int shorterThan;
    private final Set<String> streams = Collections.newSetFromMap(Collections.synchronizedMap(new LastUsed()));

    /** @param snapshotEvery after how many events snapshots are taken: no stream that may have one is short */
    ShortStreams(int snapshotEvery) {
        this.shorterThan = Math.min(QUICKLY_READ, snapshotEvery);
    }

    /** To be told of every stream that was read from its first event. */
    void sawWhole(String stream, int events) {
        if (events < shorterThan) {
            streams.add(stream);
        } else {
            streams.remove(stream);
        }
    }

    boolean contains(String stream) {
        return streams.contains(stream);
    }

    private static final class LastUsed extends LinkedHashMap<String, Boolean> {

        private static final long serialVersionUID = 1L;

        LastUsed() {
            super(1024, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }
}
