package io.guanxi.web.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;

/** What makes two requests the same: who asks, what for, and every byte of the body. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(HttpServletRequest request, String subject, byte[] body) {
        MessageDigest digest = sha256();
        Stream.of(
                        subject,
                        request.getMethod(),
                        request.getRequestURI(),
                        Objects.requireNonNullElse(request.getQueryString(), ""))
                .map(part -> part.getBytes(StandardCharsets.UTF_8))
                .forEach(part -> add(digest, part));
        add(digest, body);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** With its length in front, so that no part can run into the next. */
    private static void add(MessageDigest digest, byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        digest.update(part);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
