package io.guanxi.analytics.lifetime.domain;

import java.util.Arrays;
import java.util.Collection;
import java.util.SortedMap;

/**
 * How many customers have the same numbers, held in two sorted columns. A million customers are some hundred thousand cells,
 * so a cell is one long: 15 bits of purchases in the hold-out, then 16 bits each of repeats, recency and age in days.
 */
final class CellCounts {

    static final int LONGEST = (1 << 16) - 1;
    static final int MOST_ACTUAL = (1 << 15) - 1;

    private static final int BITS = 16;
    private static final int WAITING = 1 << 16;

    private long[] keys = new long[0];
    private long[] counts = new long[0];
    private long[] waiting = new long[0];
    private int waits;

    void add(Observation seen, int actual) {
        if (waits == WAITING) {
            sort();
        } else if (waits == waiting.length) {
            waiting = Arrays.copyOf(waiting, Math.max(WAITING / 256, 2 * waits));
        }
        waiting[waits++] = key(seen, actual);
    }

    /** Adds customers by {@link #key}. */
    void add(SortedMap<Long, Long> customers) {
        sort();
        merge(longs(customers.keySet()), longs(customers.values()), customers.size());
    }

    private static long[] longs(Collection<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    void add(CellCounts other) {
        sort();
        other.sort();
        merge(other.keys, other.counts, other.keys.length);
    }

    static long key(Observation seen, int actual) {
        if (seen.ageDays() > LONGEST || actual > MOST_ACTUAL) {
            throw new IllegalArgumentException("%s and then %d purchases, expected at most %d days and %d purchases"
                    .formatted(seen, actual, LONGEST, MOST_ACTUAL));
        }
        return (((long) actual << BITS | seen.x()) << BITS | seen.recencyDays()) << BITS | seen.ageDays();
    }

    int cells() {
        sort();
        return keys.length;
    }

    long count(int cell) {
        return counts[cell];
    }

    Observation seen(int cell) {
        return new Observation(x(cell), recencyDays(cell), ageDays(cell));
    }

    int actual(int cell) {
        return (int) (keys[cell] >>> 3 * BITS);
    }

    int x(int cell) {
        return (int) (keys[cell] >>> 2 * BITS) & LONGEST;
    }

    int recencyDays(int cell) {
        return (int) (keys[cell] >>> BITS) & LONGEST;
    }

    int ageDays(int cell) {
        return (int) keys[cell] & LONGEST;
    }

    private void sort() {
        if (waits == 0) {
            return;
        }
        Arrays.sort(waiting, 0, waits);
        long[] ones = new long[waits];
        int last = -1;
        for (int i = 0; i < waits; i++) {
            if (last < 0 || waiting[last] != waiting[i]) {
                waiting[++last] = waiting[i];
            }
            ones[last]++;
        }
        waits = 0;
        merge(waiting, ones, last + 1);
    }

    private void merge(long[] moreKeys, long[] moreCounts, int more) {
        long[] allKeys = new long[keys.length + more];
        long[] allCounts = new long[keys.length + more];
        int mine = 0;
        int other = 0;
        int all = 0;
        while (mine < keys.length || other < more) {
            boolean takesMine = mine < keys.length && (other == more || keys[mine] <= moreKeys[other]);
            boolean takesOther = other < more && (!takesMine || moreKeys[other] == keys[mine]);
            allKeys[all] = takesMine ? keys[mine] : moreKeys[other];
            allCounts[all++] = (takesMine ? counts[mine++] : 0) + (takesOther ? moreCounts[other++] : 0);
        }
        keys = Arrays.copyOf(allKeys, all);
        counts = Arrays.copyOf(allCounts, all);
    }
}
