package io.guanxi.analytics.table.domain;

/**
 * Numbers that look like chance and follow from what is given, so that a run can be done again. A finalizer of SplitMix64
 * (Steele, Lea, Flood 2014) and FNV-1a for text.
 */
public final class Scatter {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final double UNIT = 0x1.0p-53;

    private Scatter() {}

    /** Equal for equal texts, spread evenly over all longs. */
    public static long of(String text) {
        long hash = FNV_OFFSET;
        for (int at = 0; at < text.length(); at++) {
            hash = (hash ^ text.charAt(at)) * FNV_PRIME;
        }
        return of(hash, 0);
    }

    /** Another one for each number and seed. */
    public static long of(long number, long seed) {
        long mixed = number + GOLDEN * (seed + 1);
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /** Above 0, at most 1, evenly. */
    public static double unit(long number, long seed) {
        return ((of(number, seed) >>> 11) + 1) * UNIT;
    }
}
