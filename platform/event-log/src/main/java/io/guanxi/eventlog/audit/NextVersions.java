package io.guanxi.eventlog.audit;

import java.util.function.ToLongFunction;

/**
 * The version that the next commit of each stream must have: 16 bytes an entry in a table that is a quarter to half full, so
 * 32 to 64 bytes a stream.
 */
final class NextVersions {

    private final ToLongFunction<String> atTheBeginning;
    private long[] keys = new long[1 << 10];
    private long[] values = new long[1 << 10];
    private int size;

    /** @param atTheBeginning what a stream's next version was before the first commit that is looked at */
    NextVersions(ToLongFunction<String> atTheBeginning) {
        this.atTheBeginning = atTheBeginning;
    }

    long of(String stream) {
        int slot = slot(keys, Fingerprint.of(stream));
        return keys[slot] == 0 ? atTheBeginning.applyAsLong(stream) : values[slot];
    }

    void set(String stream, long next) {
        long key = Fingerprint.of(stream);
        int slot = slot(keys, key);
        if (keys[slot] == 0) {
            if (size + 1 > keys.length / 2) {
                grow();
                slot = slot(keys, key);
            }
            keys[slot] = key;
            size++;
        }
        values[slot] = next;
    }

    int streams() {
        return size;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new long[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(keys, oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }

    /** Where a key stands, or the free place where it would. */
    private static int slot(long[] keys, long key) {
        int slot = (int) key & (keys.length - 1);
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }
}
