package io.guanxi.embedded.store;

/** Index keys from one, inclusive, to another, exclusive, in unsigned byte order. No key begins with the byte 0xFF. */
record Interval(byte[] from, byte[] to) {

    private static final byte[] HIGHEST = {(byte) 0xFF};

    static final Interval EVERYTHING = new Interval(new byte[0], HIGHEST);

    /** All keys that begin with these bytes. */
    static Interval startingWith(byte[] prefix) {
        return new Interval(prefix, beyond(prefix));
    }

    /** More than every key that begins with these bytes. */
    static byte[] beyond(byte[] prefix) {
        return OrderedBytes.concat(prefix, HIGHEST);
    }
}
