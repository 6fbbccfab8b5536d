package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.value.domain.Amounts;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Packer} wrote. */
final class Unpacker {

    private final ByteBuffer in;

    private final int format;

    /** @throws IllegalStateException if it was written in another layout, by a newer version of this service */
    Unpacker(byte[] packed, int format) {
        this(packed, format, format);
    }

    /**
     * Of a layout that has changed since, the older ones of which are still read.
     *
     * @throws IllegalStateException if it was written in another layout, by a newer version of this service
     */
    Unpacker(byte[] packed, int oldest, int newest) {
        in = ByteBuffer.wrap(packed);
        format = in.get();
        if (format < oldest || format > newest) {
            throw new IllegalStateException("layout of stored facts: " + format + " (expected: "
                    + (oldest == newest ? "" : oldest + " to ") + newest + ")");
        }
    }

    /** The number of the layout that follows. */
    int format() {
        return format;
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

    BigDecimal money() {
        return new BigDecimal(new BigInteger(bytes()), Amounts.DECIMALS);
    }

    LocalDate day() {
        return LocalDate.ofEpochDay(number());
    }

    <T> List<T> all(Function<Unpacker, T> reader) {
        int size = (int) number();
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(reader.apply(this));
        }
        return values;
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
