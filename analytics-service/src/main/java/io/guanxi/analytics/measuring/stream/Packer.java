package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.value.domain.Amounts;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Writes values as few bytes. */
final class Packer {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(160);

    /** @param format a number for the layout of what follows */
    Packer(int format) {
        out.write(format);
    }

    Packer flag(boolean value) {
        out.write(value ? 1 : 0);
        return this;
    }

    Packer small(int value) {
        out.write(value);
        return this;
    }

    /** Seven bits a byte, the sign in the lowest; small numbers take one byte. */
    Packer number(long value) {
        long left = (value << 1) ^ (value >> 63);
        while ((left & ~0x7FL) != 0) {
            out.write((int) (left & 0x7F) | 0x80);
            left >>>= 7;
        }
        out.write((int) left);
        return this;
    }

    Packer moment(Instant moment) {
        return number(moment.getEpochSecond()).number(moment.getNano());
    }

    Packer text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    Packer amount(BigDecimal amount) {
        return number(amount.scale()).bytes(amount.unscaledValue().toByteArray());
    }

    /** Of four decimals, as all amounts of facts have. */
    Packer money(BigDecimal amount) {
        return bytes(amount.setScale(Amounts.DECIMALS).unscaledValue().toByteArray());
    }

    Packer day(LocalDate day) {
        return number(day.toEpochDay());
    }

    <T> Packer all(Collection<T> values, BiConsumer<Packer, T> writer) {
        number(values.size());
        values.forEach(value -> writer.accept(this, value));
        return this;
    }

    private Packer bytes(byte[] bytes) {
        number(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    <T> Packer optional(@Nullable T value, BiConsumer<Packer, T> writer) {
        flag(value != null);
        if (value != null) {
            writer.accept(this, value);
        }
        return this;
    }

    byte[] packed() {
        return out.toByteArray();
    }
}
