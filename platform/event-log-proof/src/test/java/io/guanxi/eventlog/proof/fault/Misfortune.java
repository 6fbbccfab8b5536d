package io.guanxi.eventlog.proof.fault;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Something that goes wrong.
 *
 * @param afterMillis from the beginning of the run
 * @param which of several processes of that kind it strikes
 * @param lastsMillis 0 for what is over at once
 */
public record Misfortune(long afterMillis, Kind kind, int which, long lastsMillis) {

    /** What goes wrong. A pause is longer than every time-out of those who wait. */
    public enum Kind {
        KILL_WRITER,
        PAUSE_WRITER,
        KILL_READER,
        PAUSE_READER,
        KILL_FOLLOWER,
        PAUSE_FOLLOWER,
        KILL_STORE,
        PAUSE_STORE,
        CUT_WIRE;

        boolean lasts() {
            return name().startsWith("PAUSE") || this == CUT_WIRE;
        }
    }

    private static final int MEAN_GAP_MILLIS = 900;
    private static final int SHORTEST_MILLIS = 2200;
    private static final int LONGEST_MILLIS = 3400;

    /** Every kind at least once in each round, in an order, at times and to processes that the seed decides. */
    public static List<Misfortune> plan(long seed, int rounds) {
        Random random = new Random(seed);
        List<Misfortune> plan = new ArrayList<>();
        long at = MEAN_GAP_MILLIS;
        for (int round = 0; round < rounds; round++) {
            List<Kind> kinds = new ArrayList<>(List.of(Kind.values()));
            Collections.shuffle(kinds, random);
            for (Kind kind : kinds) {
                long lasts = kind.lasts() ? random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS) : 0;
                plan.add(new Misfortune(at, kind, random.nextInt(Integer.MAX_VALUE), lasts));
                at += random.nextInt(2 * MEAN_GAP_MILLIS);
            }
        }
        return plan;
    }
}
