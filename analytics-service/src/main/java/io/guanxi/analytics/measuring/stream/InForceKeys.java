package io.guanxi.analytics.measuring.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Where the table of what is in force has what: the present boundaries under the tenant's name, as they always were; a mark
 * for each tenant, which changes with each entry; boundaries by the day that was measured; everything else by its place in the
 * tenant's stream, so that a record that comes twice is kept once. No tenant's name begins with these bytes.
 */
final class InForceKeys {

    static final Bytes FIRST_MARK = bytes("\0m");
    static final Bytes AFTER_THE_MARKS = bytes("\0n");

    private static final String VERSIONS = "\0v";
    private static final String BOUNDARIES = "b";
    private static final String RECORDS = "r";
    private static final byte END_OF_TYPE = '\n';

    /** After all names of tenants stand keys that begin with more than this; before them, those of this class. */
    static final Bytes FIRST_TENANT = bytes("\1");

    private InForceKeys() {}

    static Bytes mark(String tenant) {
        return bytes("\0m" + tenant);
    }

    static String tenantOfMark(Bytes mark) {
        return new String(mark.get(), StandardCharsets.UTF_8).substring(2);
    }

    /** 0 before the first entry. */
    static long markOf(byte @Nullable [] stored) {
        return stored == null ? 0 : ByteBuffer.wrap(stored).getLong();
    }

    static byte[] marked(long mark) {
        return ByteBuffer.allocate(Long.BYTES).putLong(mark).array();
    }

    static Bytes boundaries(String tenant, LocalDate measuredAt) {
        return bytes("%s%s\0%s%010d".formatted(VERSIONS, tenant, BOUNDARIES, measuredAt.toEpochDay()));
    }

    static Bytes record(String tenant, long sequence) {
        return bytes("%s%s\0%s%019d".formatted(VERSIONS, tenant, RECORDS, sequence));
    }

    static Bytes first(String tenant) {
        return bytes(VERSIONS + tenant + "\0");
    }

    static Bytes after(String tenant) {
        return bytes(VERSIONS + tenant + "\1");
    }

    static boolean isBoundaries(String tenant, Bytes key) {
        return key.get()[VERSIONS.length() + tenant.length() + 1] == BOUNDARIES.charAt(0);
    }

    /** A record's type and its body as it came. */
    static byte[] typed(String type, byte[] body) {
        byte[] name = type.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(name.length + 1 + body.length)
                .put(name)
                .put(END_OF_TYPE)
                .put(body)
                .array();
    }

    static int endOfType(byte[] typed) {
        int end = 0;
        while (typed[end] != END_OF_TYPE) {
            end++;
        }
        return end;
    }

    private static Bytes bytes(String key) {
        return Bytes.wrap(key.getBytes(StandardCharsets.UTF_8));
    }
}
