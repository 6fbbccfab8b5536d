package io.guanxi.customer.file.contact;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The key from the configuration, 256 bits. It is only ever used to derive others from, one for each purpose. */
public final class MasterKey {

    private static final int BYTES = 32;

    private final SecretKey key;
    private final String fingerprint;

    private MasterKey(byte[] bytes) {
        this.key = new SecretKeySpec(bytes, "HKDF");
        this.fingerprint = HexFormat.of()
                .formatHex(Arrays.copyOf(derive("guanxi:fingerprint", "AES").getEncoded(), 8));
    }

    /**
     * Reads a key as it is configured.
     *
     * @throws IllegalArgumentException with what would be right, and without the value, if it is not 32 bytes in Base64
     */
    public static MasterKey parse(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw wrong("a text that is not Base64");
        }
        if (bytes.length != BYTES) {
            throw wrong(bytes.length + " bytes");
        }
        if (allEqual(bytes)) {
            throw wrong("32 equal bytes, which anybody can guess");
        }
        return new MasterKey(bytes);
    }

    /** Tells one master key from another and tells nothing about it. */
    public String fingerprint() {
        return fingerprint;
    }

    /** Another key of 256 bits for one purpose; who knows it knows neither this one nor those for other purposes. */
    public SecretKey derive(String purpose, String algorithm) {
        return Derivation.derive(key, purpose, algorithm);
    }

    private static boolean allEqual(byte[] bytes) {
        for (var value : bytes) {
            if (value != bytes[0]) {
                return false;
            }
        }
        return true;
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("master key: " + what
                + " (expected: 32 random bytes in Base64, such as `openssl rand -base64 32` prints)");
    }

    @Override
    public String toString() {
        return "MasterKey " + fingerprint;
    }

    /** HKDF with SHA-256 (RFC 5869). */
    static final class Derivation {

        private Derivation() {}

        static SecretKey derive(SecretKey from, String purpose, String algorithm) {
            AlgorithmParameterSpec spec = HKDFParameterSpec.ofExtract()
                    .addIKM(from)
                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), BYTES);
            try {
                return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, spec);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this Java platform has no HKDF with SHA-256", e);
            }
        }
    }
}
