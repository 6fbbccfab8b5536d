package io.guanxi.eventlog.audit;

import java.util.Arrays;

/**
 * Knows the newest ids that it was shown, up to {@value #MOST}, in at most 12 MB. Two that are further apart are not seen to
 * be the same.
 */
final class RecentIds {

    static final int MOST = 1 << 19;

    private static final int FIRST = 64;

    private final int most;
    private long[] order = new long[FIRST];
    private long[] table = new long[FIRST * 2];
    private long shown;

    RecentIds() {
        this(MOST);
    }

    /** @param most a power of two, at least 64 */
    RecentIds(int most) {
        this.most = most;
    }

    /** @return whether the id was among the newest already */
    boolean seenBefore(String id) {
        long key = Fingerprint.of(id);
        if (contains(key)) {
            return true;
        }
        if (shown == order.length && order.length < most) {
            grow();
        }
        int place = (int) (shown++ & (order.length - 1));
        if (order[place] != 0) {
            remove(order[place]);
        }
        order[place] = key;
        table[slot(key)] = key;
        return false;
    }

    /** Nothing was forgotten so far. */
    private void grow() {
        order = Arrays.copyOf(order, order.length * 2);
        table = new long[order.length * 2];
        for (int i = 0; i < shown; i++) {
            table[slot(order[i])] = order[i];
        }
    }

    private boolean contains(long key) {
        return table[slot(key)] == key;
    }

    private int slot(long key) {
        int slot = home(key);
        while (table[slot] != 0 && table[slot] != key) {
            slot = next(slot);
        }
        return slot;
    }

    /** Moves up what stood behind it, so that no search ends too early. */
    private void remove(long key) {
        int hole = slot(key);
        table[hole] = 0;
        for (int slot = next(hole); table[slot] != 0; slot = next(slot)) {
            int home = home(table[slot]);
            boolean mayMove = hole <= slot ? home <= hole || home > slot : home <= hole && home > slot;
            if (mayMove) {
                table[hole] = table[slot];
                table[slot] = 0;
                hole = slot;
            }
        }
    }

    private int home(long key) {
        return (int) key & (table.length - 1);
    }

    private int next(int slot) {
        return (slot + 1) & (table.length - 1);
    }
}
