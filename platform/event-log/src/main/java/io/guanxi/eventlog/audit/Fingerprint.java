package io.guanxi.eventlog.audit;

/**
 * 64 bits for a text. Of ten million texts that nobody chose on purpose, two share their fingerprint with a probability of
 * about three in a million; so what is concluded from fingerprints may in theory be a false alarm.
 */
final class Fingerprint {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Fingerprint() {}

    /** Never 0. FNV-1a over the characters, mixed once more as in MurmurHash3. */
    static long of(String text) {
        long hash = OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }
}
