package io.guanxi.customer.file.contact;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-256-GCM and HMAC-SHA-256 as the Java platform has them. */
final class Sealing {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private Sealing() {}

    /**
     * Seals under a random nonce.
     *
     * @param context what the sealed bytes belong to; they open only there
     * @return nonce, ciphertext and tag in Base64
     */
    static String seal(SecretKey key, byte[] plain, String context, SecureRandom random) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, context).doFinal(plain);
            var whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
            return Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform has no AES-256-GCM", e);
        }
    }

    /** @throws DoesNotOpen if it was sealed under another key or for another context, or was changed */
    static byte[] open(SecretKey key, String sealed, String context) {
        try {
            var whole = Base64.getDecoder().decode(sealed);
            var nonce = Arrays.copyOf(whole, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, key, nonce, context)
                    .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new DoesNotOpen(context, e);
        }
    }

    /** The first 128 bits of the keyed hash, in Base64 that is safe in keys and addresses. */
    static String fingerprint(SecretKey key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            var hash = Arrays.copyOf(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), 16);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform has no HMAC with SHA-256", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String context)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** What was sealed is not what is to be opened. */
    static final class DoesNotOpen extends RuntimeException {

        private static final long serialVersionUID = 1L;

        DoesNotOpen(String context, Throwable cause) {
            super("does not open: " + context, cause);
        }
    }
}
