package io.guanxi.customer.file.domain;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Which orders of a customer are counted, when each was placed, and which are cancelled.
 *
 * <p>A customer may have many thousand orders and all of them must be remembered, because any of their events can come
 * again. So each takes 16 bytes, sorted by the first: the first 64 bits of SHA-256 of shop and order id, then the time in
 * milliseconds shifted by one bit for "cancelled". Two of a customer's 10,000 orders share their 64 bits with a
 * probability of about 3 in 10<sup>12</sup>.
 *
 * @param packed the entries; not to be changed by whoever reads them
 */
@SuppressWarnings("ArrayRecordComponent") // it is written into snapshots as it is; equality is defined below
public record NotedOrders(byte[] packed) {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int ENTRY = 2 * Long.BYTES;

    static NotedOrders none() {
        return new NotedOrders(new byte[0]);
    }

    public int size() {
        return packed.length / ENTRY;
    }

    /** When this order was placed as far as is known, or null if it is not counted yet. */
    @Nullable
    Instant placedAt(String shop, String orderId) {
        var index = find(idOf(shop, orderId));
        return index < 0 ? null : Instant.ofEpochMilli(fact(index) >> 1);
    }

    boolean isCancelled(String shop, String orderId) {
        var index = find(idOf(shop, orderId));
        return index >= 0 && (fact(index) & 1) == 1;
    }

    NotedOrders with(String shop, String orderId, Instant placedAt) {
        var id = idOf(shop, orderId);
        var index = find(id);
        return index >= 0
                ? replaced(index, (placedAt.toEpochMilli() << 1) | (fact(index) & 1))
                : inserted(-index - 1, id, placedAt.toEpochMilli() << 1);
    }

    NotedOrders cancelled(String shop, String orderId) {
        var index = find(idOf(shop, orderId));
        return index < 0 ? this : replaced(index, fact(index) | 1);
    }

    /** When the orders that stand were placed, in milliseconds since 1970, ascending. */
    long[] standingTimes() {
        var times = new long[size()];
        var count = 0;
        for (var index = 0; index < times.length; index++) {
            if ((fact(index) & 1) == 0) {
                times[count++] = fact(index) >> 1;
            }
        }
        var standing = Arrays.copyOf(times, count);
        Arrays.sort(standing);
        return standing;
    }

    /** The same orders in four figures. */
    public OrderSummary summary() {
        var times = standingTimes();
        return times.length == 0
                ? new OrderSummary(0, size(), null, null)
                : new OrderSummary(
                        times.length,
                        size() - times.length,
                        Instant.ofEpochMilli(times[0]),
                        Instant.ofEpochMilli(times[times.length - 1]));
    }

    private int find(long id) {
        var low = 0;
        var high = size() - 1;
        while (low <= high) {
            var middle = (low + high) >>> 1;
            var compared = Long.compare(id(middle), id);
            if (compared == 0) {
                return middle;
            }
            if (compared < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    private NotedOrders inserted(int index, long id, long fact) {
        var bytes = new byte[packed.length + ENTRY];
        var offset = index * ENTRY;
        System.arraycopy(packed, 0, bytes, 0, offset);
        LONGS.set(bytes, offset, id);
        LONGS.set(bytes, offset + Long.BYTES, fact);
        System.arraycopy(packed, offset, bytes, offset + ENTRY, packed.length - offset);
        return new NotedOrders(bytes);
    }

    private NotedOrders replaced(int index, long fact) {
        var bytes = packed.clone();
        LONGS.set(bytes, index * ENTRY + Long.BYTES, fact);
        return new NotedOrders(bytes);
    }

    private long id(int index) {
        return (long) LONGS.get(packed, index * ENTRY);
    }

    private long fact(int index) {
        return (long) LONGS.get(packed, index * ENTRY + Long.BYTES);
    }

    private static long idOf(String shop, String orderId) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((shop.length() + ":" + shop + orderId).getBytes(StandardCharsets.UTF_8));
            return (long) LONGS.get(digest.digest(), 0);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NotedOrders orders && Arrays.equals(packed, orders.packed);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(packed);
    }

    @Override
    public String toString() {
        return size() + " orders " + HexFormat.of().formatHex(packed, 0, Math.min(packed.length, 2 * ENTRY));
    }
}
