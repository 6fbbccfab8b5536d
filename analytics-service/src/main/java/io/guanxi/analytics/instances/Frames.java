package io.guanxi.analytics.instances;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * What one instance tells another: pieces of bytes, each after its length, and at the end how many they were. What is cut off
 * has no such end, so that a part is never taken for the whole.
 */
final class Frames {

    private static final int END = -1;
    private static final int LONGEST = 64 << 20;

    private Frames() {}

    static final class Writer {

        private final DataOutputStream out;
        private long count;

        Writer(OutputStream out) {
            this.out = new DataOutputStream(out);
        }

        void frame(byte[] piece) throws IOException {
            out.writeInt(piece.length);
            out.write(piece);
            count++;
        }

        void end() throws IOException {
            out.writeInt(END);
            out.writeLong(count);
            out.flush();
        }
    }

    /** What is done with each piece. */
    @FunctionalInterface
    interface Reader {
        void frame(byte[] piece) throws IOException;
    }

    /** @throws EOFException if it is cut off */
    static void read(InputStream from, Reader reader) throws IOException {
        DataInputStream in = new DataInputStream(from);
        long count = 0;
        int length = in.readInt();
        while (length >= 0) {
            if (length > LONGEST) {
                throw new IOException("a piece of " + length + " bytes (expected: at most " + LONGEST + ")");
            }
            byte[] piece = in.readNBytes(length);
            if (piece.length < length) {
                throw new EOFException("a piece is cut off");
            }
            reader.frame(piece);
            count++;
            length = in.readInt();
        }
        long said = in.readLong();
        if (length != END || said != count) {
            throw new IOException(count + " pieces (expected: " + said + ")");
        }
    }
}
