package io.guanxi.embedded.store;

import io.guanxi.embedded.store.OrderedBytes.Type;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A range of values of one field.
 *
 * @param low the lower bound
 * @param lowBeyond whether the range starts after all that begins with the lower bound
 * @param high the upper bound
 * @param highBeyond whether the range includes all that begins with the upper bound
 */
record Span(byte[] low, boolean lowBeyond, byte[] high, boolean highBeyond) {

    static Span point(@Nullable Object value) {
        byte[] bytes = OrderedBytes.of(value);
        return new Span(bytes, false, bytes, true);
    }

    /** Values of the same type only, as comparisons in queries are. */
    static Span atLeast(Object value, boolean inclusive) {
        return new Span(OrderedBytes.of(value), !inclusive, OrderedBytes.after(Type.of(value)), false);
    }

    static Span atMost(Object value, boolean inclusive) {
        return new Span(OrderedBytes.before(Type.of(value)), false, OrderedBytes.of(value), inclusive);
    }

    Span intersect(Span other) {
        Interval mine = behind(new byte[0], true);
        Interval theirs = other.behind(new byte[0], true);
        Span lower = Arrays.compareUnsigned(mine.from(), theirs.from()) >= 0 ? this : other;
        Span upper = Arrays.compareUnsigned(mine.to(), theirs.to()) <= 0 ? this : other;
        return new Span(lower.low, lower.lowBeyond, upper.high, upper.highBeyond);
    }

    /** The keys behind a prefix that lie in this range, for a field that counts upwards or downwards. */
    Interval behind(byte[] prefix, boolean ascending) {
        byte[] from = ascending ? bound(low, lowBeyond) : bound(OrderedBytes.reversed(high), !highBeyond);
        byte[] to = ascending ? bound(high, highBeyond) : bound(OrderedBytes.reversed(low), !lowBeyond);
        return new Interval(OrderedBytes.concat(prefix, from), OrderedBytes.concat(prefix, to));
    }

    /** What every key of a point starts with. */
    byte[] pointPrefix(boolean ascending) {
        return ascending ? low : OrderedBytes.reversed(low);
    }

    private static byte[] bound(byte[] bytes, boolean beyond) {
        return beyond ? Interval.beyond(bytes) : bytes;
    }
}
