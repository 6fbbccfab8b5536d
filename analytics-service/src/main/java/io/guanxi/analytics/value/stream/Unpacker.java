package io.guanxi.analytics.value.stream;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Packer} wrote. */
final class Unpacker {

    private final ByteBuffer in;

    /** @throws IllegalStateException if it was written in another layout, by a newer version of this service */
    Unpacker(byte[] packed, int format) {
        in = ByteBuffer.wrap(packed);
        int found = in.get();
        if (found != format) {
            throw new IllegalStateException("layout of stored facts: " + found + " (expected: " + format + ")");
        }
    }

    boolean flag() {
        return in.get() != 0;
    }

    int small() {
        return in.get();
    }

    long number() {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = in.get();
            value |= (long) (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        return (value >>> 1) ^ -(value & 1);
    }

    Instant moment() {
        long seconds = number();
        return Instant.ofEpochSecond(seconds, number());
    }

    String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    BigDecimal amount() {
        int scale = (int) number();
        return new BigDecimal(new BigInteger(bytes()), scale);
    }

    private byte[] bytes() {
        byte[] bytes = new byte[(int) number()];
        in.get(bytes);
        return bytes;
    }

    <T> @Nullable T optional(Function<Unpacker, T> reader) {
        return flag() ? reader.apply(this) : null;
    }
}
