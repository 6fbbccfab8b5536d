package io.guanxi.embedded.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes BSON values as bytes whose unsigned order is the order of the values, across all types.
 *
 * <p>No encoding is the beginning of another one, so that encodings can be put behind each other (compound keys) and
 * turned round bit by bit (descending keys). Numbers of all types are equal if they have the same value. Strings are
 * ordered as Java orders them. Missing and null are the same.
 */
final class OrderedBytes {

    /** The distance between two types leaves room for bounds that lie between them. */
    private static final int STEP = 8;

    private static final int END = 0x00;
    private static final int WIDE_CHARACTER = 0x7F;
    private static final int NEGATIVE = 0x70;
    private static final int ZERO = 0x80;
    private static final int POSITIVE = 0x90;
    private static final long LARGEST_EXACT = 1L << 53;

    enum Type {
        MIN_KEY,
        EMPTY_ARRAY,
        NULL,
        NUMBER,
        STRING,
        DOCUMENT,
        ARRAY,
        BINARY,
        LEGACY_UUID,
        UUID,
        OBJECT_ID,
        BOOLEAN,
        DATE,
        TIMESTAMP,
        REGEX,
        OTHER,
        MAX_KEY;

        int tag() {
            return (ordinal() + 2) * STEP;
        }

        static Type of(@Nullable Object value) {
            return switch (value) {
                case null -> NULL;
                case Missing missing -> NULL;
                case MinKey minKey -> MIN_KEY;
                case Number number -> NUMBER;
                case String string -> STRING;
                case Map<?, ?> map -> DOCUMENT;
                case Collection<?> elements -> elements.isEmpty() ? EMPTY_ARRAY : ARRAY;
                case BinData binData -> BINARY;
                case LegacyUUID legacy -> LEGACY_UUID;
                case UUID uuid -> UUID;
                case ObjectId objectId -> OBJECT_ID;
                case Boolean truth -> BOOLEAN;
                case Instant instant -> DATE;
                case BsonTimestamp bsonTimestamp -> TIMESTAMP;
                case BsonRegularExpression bsonRegularExpression -> REGEX;
                case MaxKey maxKey -> MAX_KEY;
                default -> OTHER;
            };
        }
    }

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(48);

    private OrderedBytes() {}

    static byte[] of(@Nullable Object value) {
        OrderedBytes bytes = new OrderedBytes();
        bytes.value(value);
        return bytes.out.toByteArray();
    }

    /** Less than every value of the type and more than every value of the types before it. */
    static byte[] before(Type type) {
        return new byte[] {(byte) (type.tag() - 1)};
    }

    /** More than every value of the type and less than every value of the types after it. */
    static byte[] after(Type type) {
        return new byte[] {(byte) (type.tag() + 1)};
    }

    private void value(@Nullable Object value) {
        Type type = Type.of(value);
        out.write(type.tag());
        if (value == null) {
            return;
        }
        switch (type) {
            case MIN_KEY, EMPTY_ARRAY, NULL, MAX_KEY -> {}
            case NUMBER -> number((Number) value);
            case STRING -> string((String) value);
            case DOCUMENT -> document((Map<?, ?>) value);
            case ARRAY -> array((Collection<?>) value);
            case BINARY -> binary(((BinData) value).getData());
            case LEGACY_UUID -> uuid(((LegacyUUID) value).getUuid());
            case UUID -> uuid((UUID) value);
            case OBJECT_ID -> out.writeBytes(((ObjectId) value).toByteArray());
            case BOOLEAN -> out.write((Boolean) value ? 1 : 0);
            case DATE -> signed(((Instant) value).toEpochMilli());
            case TIMESTAMP -> eight(((BsonTimestamp) value).getValue());
            case REGEX -> regex((BsonRegularExpression) value);
            case OTHER -> string(value.getClass().getName() + value);
        }
    }

    private void document(Map<?, ?> document) {
        document.forEach((name, value) -> {
            out.write(Type.of(value).tag());
            string(String.valueOf(name));
            value(value);
        });
        out.write(END);
    }

    private void array(Collection<?> elements) {
        elements.forEach(this::value);
        out.write(END);
    }

    private void regex(BsonRegularExpression regex) {
        string(regex.getPattern());
        string(regex.getOptions() == null ? "" : regex.getOptions());
    }

    private void binary(byte[] data) {
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(data);
    }

    private void uuid(UUID uuid) {
        eight(uuid.getMostSignificantBits());
        eight(uuid.getLeastSignificantBits());
    }

    private void eight(long bits) {
        out.writeBytes(ByteBuffer.allocate(8).putLong(bits).array());
    }

    private void signed(long value) {
        eight(value ^ Long.MIN_VALUE);
    }

    /** A byte for each ASCII character, shifted to leave 0 for the end; three bytes for each other UTF-16 unit. */
    private void string(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < WIDE_CHARACTER - 1) {
                out.write(c + 1);
            } else {
                out.write(WIDE_CHARACTER);
                out.write(c >>> 8);
                out.write(c);
            }
        }
        out.write(END);
    }

    /** The nearest double, and then what is missing to the exact value: nothing, except for large longs and decimals. */
    private void number(Number number) {
        if (number instanceof Long whole && Math.abs(whole) > LARGEST_EXACT) {
            exact(BigDecimal.valueOf(whole));
        } else if (number instanceof Decimal128 decimal && Double.isFinite(decimalAsDouble(decimal))) {
            exact(decimal.toBigDecimal());
        } else {
            nearest(number.doubleValue());
            out.write(ZERO);
        }
    }

    /** Infinite only for what is infinite: a decimal that is too large for a double is finite. */
    private static double decimalAsDouble(Decimal128 decimal) {
        double value = decimal.doubleValue();
        return Double.isInfinite(value) && !decimal.toString().endsWith("Infinity")
                ? Math.copySign(Double.MAX_VALUE, value)
                : value;
    }

    private void exact(BigDecimal value) {
        double nearest = Math.clamp(value.doubleValue(), -Double.MAX_VALUE, Double.MAX_VALUE);
        nearest(nearest);
        remainder(value.subtract(new BigDecimal(nearest)));
    }

    private void nearest(double value) {
        if (Double.isNaN(value)) {
            eight(0);
            return;
        }
        long bits = Double.doubleToLongBits(value == 0 ? 0.0 : value);
        eight(bits < 0 ? ~bits : bits ^ Long.MIN_VALUE);
    }

    private void remainder(BigDecimal remainder) {
        if (remainder.signum() == 0) {
            out.write(ZERO);
            return;
        }
        BigDecimal digits = remainder.abs().stripTrailingZeros();
        int exponent = digits.precision() - digits.scale();
        ByteArrayOutputStream magnitude = new ByteArrayOutputStream();
        magnitude.writeBytes(
                ByteBuffer.allocate(4).putInt(exponent ^ Integer.MIN_VALUE).array());
        magnitude.writeBytes(digits.unscaledValue().toString().getBytes(StandardCharsets.US_ASCII));
        magnitude.write(END);
        boolean negative = remainder.signum() < 0;
        out.write(negative ? NEGATIVE : POSITIVE);
        out.writeBytes(negative ? reversed(magnitude.toByteArray()) : magnitude.toByteArray());
    }

    /** The same bytes in the opposite order. */
    static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = (byte) ~bytes[i];
        }
        return reversed;
    }

    static byte[] concat(byte[] first, byte[] second) {
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
