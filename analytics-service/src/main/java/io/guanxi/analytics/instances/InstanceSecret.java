package io.guanxi.analytics.instances;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What all instances know and nobody else. */
final class InstanceSecret {

    /** Not {@code Authorization}, which is for people's tokens and is logged and handed on by others. */
    static final String HEADER = "X-Guanxi-Instance-Secret";

    private final @Nullable String secret;

    InstanceSecret(@Nullable String secret) {
        this.secret = secret;
    }

    /** Empty if none is configured. */
    Optional<String> value() {
        return Optional.ofNullable(secret);
    }

    /** Takes the same time whatever was said; what is compared are hashes, so that not even the length shows. */
    boolean is(@Nullable String said) {
        return secret != null && said != null && MessageDigest.isEqual(hash(secret), hash(said));
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
