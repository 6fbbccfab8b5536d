package io.guanxi.standalone.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/**
 * What lies where in a data folder.
 *
 * @param folder the folder of one platform; everything in it belongs together and can be copied together while stopped
 */
public record DataLayout(Path folder) {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    public DataLayout {
        folder = folder.toAbsolutePath().normalize();
    }

    public Path infrastructure() {
        return folder.resolve("infrastructure");
    }

    public Path streams() {
        return folder.resolve("streams");
    }

    public Path log() {
        return folder.resolve("logs").resolve("guanxi.log");
    }

    public Path run(String name) {
        return folder.resolve("run").resolve(name);
    }

    public Path issuerKey() {
        return folder.resolve("keys").resolve("issuer.jwk");
    }

    /** What the command line shows the development issuer; whoever can read the folder can have a token. */
    public String clientSecret() {
        // Basic authentication form-encodes a client's secret, so it has only letters that stay themselves.
        return secret("client-secret", Base64.getUrlEncoder().withoutPadding());
    }

    public String customerMasterKey() {
        return secret("customer-master-key", Base64.getEncoder());
    }

    /** 256 random bits in base64, made at the first use and kept in a file that only its owner can read. */
    private String secret(String name, Base64.Encoder encoder) {
        Path file = folder.resolve("keys").resolve(name);
        if (!Files.exists(file)) {
            byte[] bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
            writeOnce(file, encoder.encodeToString(bytes));
        }
        return read(file);
    }

    /** Writes a file for its owner's eyes only; if somebody else was first, theirs stays. */
    public static void writeOnce(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            Path draft =
                    Files.createTempFile(file.getParent(), file.getFileName().toString(), ".draft");
            Files.setPosixFilePermissions(draft, OWNER_ONLY);
            Files.writeString(draft, content);
            try {
                Files.createLink(file, draft);
            } catch (FileAlreadyExistsException e) {
                // The other one's secret is as good, and it may be in use already.
            }
            Files.delete(draft);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /** Writes a small file in one step, so that a reader never sees half of it. */
    public static void write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            Path draft =
                    Files.createTempFile(file.getParent(), file.getFileName().toString(), ".draft");
            Files.writeString(draft, content);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
