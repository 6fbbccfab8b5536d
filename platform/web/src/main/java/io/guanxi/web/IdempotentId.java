package io.guanxi.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The id for what a request creates. A controller takes it as an argument: derived from the tenant and the
 * {@code Idempotency-Key}, so that a retry after a crash meets the resource that the first attempt made, or random where
 * the caller sent no key.
 */
public record IdempotentId(UUID value) {

    private static final byte[] NAMESPACE = "guanxi:idempotency-key".getBytes(StandardCharsets.UTF_8);

    /** The same tenant and key give the same id on every machine and for ever: a UUID of version 5. */
    public static IdempotentId derived(String tenant, String key) {
        MessageDigest digest = sha1();
        digest.update(NAMESPACE);
        for (String part : new String[] {tenant, key}) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        long high = hash.getLong() & ~0xF000L | 0x5000L;
        long low = hash.getLong() & ~(0b11L << 62) | 0b10L << 62;
        return new IdempotentId(new UUID(high, low));
    }

    public static IdempotentId random() {
        return new IdempotentId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
