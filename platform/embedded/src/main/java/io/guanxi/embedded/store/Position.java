package io.guanxi.embedded.store;

import java.util.Arrays;

/** Where a document is: its key in the map of documents. */
final class Position {

    private final byte[] key;

    Position(byte[] key) {
        this.key = key;
    }

    byte[] key() {
        return key;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Position position && Arrays.equals(key, position.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }

    @Override
    public String toString() {
        return "Position[" + key.length + " bytes]";
    }
}
