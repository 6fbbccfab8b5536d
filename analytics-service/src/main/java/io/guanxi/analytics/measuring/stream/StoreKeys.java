package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.value.domain.Amounts;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;

/**
 * Keys whose bytes sort as what they stand for. A kind leads, so that one store holds several kinds of entries; texts end
 * with a zero byte, which no tenant, id or key contains.
 *
 * <p>The values of a measure sort from the best to the worst, in which order they are read: Kafka's caches do not iterate
 * backwards over deleted entries.
 */
final class StoreKeys {

    static final byte ORDER = 'o';
    static final byte PLACING = 't';
    static final byte PAGE = 'h';
    static final byte TENANT = 'a';
    static final byte RECENCY = 'r';
    static final byte FREQUENCY = 'f';
    static final byte BUCKET = 'b';
    static final byte COMPARED = 'n';

    /** Exact amounts, as they were counted before there were buckets. */
    static final byte EXACT = 'm';

    private static final int END = 0;
    private static final int CURRENCY_LENGTH = 3;

    private StoreKeys() {}

    static Bytes order(String customer, String shop, String orderId) {
        return start(ORDER, customer).text(shop).rest(orderId).key();
    }

    /** All orders of a customer begin with it. */
    static Bytes orders(String customer) {
        return start(ORDER, customer).key();
    }

    /** All orders of all customers of a tenant begin with it. */
    static Bytes ordersOf(String tenant) {
        Builder key = new Builder();
        key.out.write(ORDER);
        return key.rest(tenant + "/").key();
    }

    /** Whose order it is: {@code tenant/customerId}. */
    static String customerOf(Bytes order) {
        byte[] bytes = order.get();
        int end = 1;
        while (bytes[end] != END) {
            end++;
        }
        return new String(bytes, 1, end - 1, StandardCharsets.UTF_8);
    }

    /** A page of a customer's long history. */
    static Bytes page(String customer, int page) {
        return start(PAGE, customer).number(page).key();
    }

    /** All customers of a tenant begin with it. */
    static Bytes customersOf(String tenant) {
        return Bytes.wrap((tenant + "/").getBytes(StandardCharsets.UTF_8));
    }

    static String text(Bytes key) {
        return new String(key.get(), StandardCharsets.UTF_8);
    }

    /** Sorts by time; the order follows, since two orders may be placed in the same moment. */
    static Bytes placing(String customer, Instant at, String shop, String orderId) {
        return start(PLACING, customer)
                .number(at.getEpochSecond())
                .number(at.getNano())
                .text(shop)
                .rest(orderId)
                .key();
    }

    static Bytes placings(String customer) {
        return start(PLACING, customer).key();
    }

    static Instant placedAt(Bytes placing, Bytes prefix) {
        ByteBuffer key = ByteBuffer.wrap(placing.get(), prefix.get().length, 2 * Long.BYTES);
        return Instant.ofEpochSecond(unsorted(key.getLong()), unsorted(key.getLong()));
    }

    static Bytes customer(String customer) {
        return Bytes.wrap(customer.getBytes(StandardCharsets.UTF_8));
    }

    static Bytes tenant(String tenant) {
        return start(TENANT, tenant).key();
    }

    static String tenantOf(Bytes key) {
        byte[] bytes = key.get();
        return new String(bytes, 1, bytes.length - 2, StandardCharsets.UTF_8);
    }

    static Bytes recency(String tenant, long lastOrderDay) {
        return start(RECENCY, tenant).number(~lastOrderDay).key();
    }

    static Bytes frequency(String tenant, long orders) {
        return start(FREQUENCY, tenant).number(~orders).key();
    }

    /**
     * How many customers have an amount of a bucket.
     *
     * @param comparison of amounts: a currency, or the text of a conversion
     */
    static Bytes bucket(String tenant, String comparison, long bucket) {
        return start(BUCKET, tenant).text(comparison).number(~bucket).key();
    }

    /** How many customers have any amount by a conversion. */
    static Bytes compared(String tenant, String conversion) {
        return start(COMPARED, tenant).rest(conversion).key();
    }

    static Bytes values(byte measure, String tenant) {
        return start(measure, tenant).key();
    }

    static Bytes buckets(String tenant, String comparison) {
        return start(BUCKET, tenant).text(comparison).key();
    }

    /** The currency of an exact amount, which stands between the tenant and the amount. */
    static String currency(Bytes exact, Bytes prefix) {
        int start = prefix.get().length;
        return new String(exact.get(), start, CURRENCY_LENGTH, StandardCharsets.UTF_8);
    }

    /** An exact amount, as it was counted before there were buckets. */
    static BigDecimal exactAmount(Bytes exact, Bytes prefix) {
        byte[] bytes = exact.get();
        int digits = prefix.get().length + CURRENCY_LENGTH + 2;
        return new BigDecimal(
                new BigInteger(inverted(Arrays.copyOfRange(bytes, digits, bytes.length))), Amounts.DECIMALS);
    }

    /** The number that follows the prefix of a measure. */
    static long number(Bytes key, Bytes prefix) {
        return ~unsorted(ByteBuffer.wrap(key.get()).getLong(prefix.get().length));
    }

    /** A key after all that begin with a prefix; no prefix ends with the last of all bytes. */
    static Bytes end(Bytes prefix) {
        byte[] end = prefix.get().clone();
        end[end.length - 1]++;
        return Bytes.wrap(end);
    }

    private static Builder start(byte kind, String owner) {
        Builder key = new Builder();
        key.out.write(kind);
        return key.text(owner);
    }

    private static byte[] inverted(byte[] bytes) {
        byte[] inverted = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            inverted[i] = (byte) ~bytes[i];
        }
        return inverted;
    }

    private static long unsorted(long sorted) {
        return sorted ^ Long.MIN_VALUE;
    }

    private static final class Builder {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream(96);

        Builder text(String text) {
            rest(text);
            out.write(END);
            return this;
        }

        Builder rest(String text) {
            out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        /** Negative numbers come first. */
        Builder number(long value) {
            out.writeBytes(ByteBuffer.allocate(Long.BYTES)
                    .putLong(value ^ Long.MIN_VALUE)
                    .array());
            return this;
        }

        Bytes key() {
            return Bytes.wrap(out.toByteArray());
        }
    }
}
