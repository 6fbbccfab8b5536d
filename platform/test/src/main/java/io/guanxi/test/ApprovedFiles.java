package io.guanxi.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Texts that a person has approved, below {@code src/test/resources/approved}. What differs from its file fails, with the
 * received text left in {@code target/received}. A file is approved once, by copying; it is a promise to stored data and
 * to consumers, so a changed meaning gets a new name and not a changed file.
 */
public final class ApprovedFiles {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path approved;
    private final Path received;

    /** Of the module whose tests run. */
    public ApprovedFiles() {
        this(Path.of(""));
    }

    ApprovedFiles(Path module) {
        this.approved = module.resolve("src/test/resources/approved");
        this.received = module.resolve("target/received");
    }

    /**
     * Passes if the JSON is the approved one; white space does not count, the order of members does.
     *
     * @param name a relative path such as {@code events/ticket-opened.full.json}
     */
    public void checkJson(String name, String json) {
        checkText(name, pretty(json));
    }

    public void checkText(String name, String text) {
        Path file = approved.resolve(name);
        if (!Files.exists(file)) {
            throw new AssertionError("%s is not approved yet. Read what was received, and if it is right:%n  %s"
                    .formatted(name, approval(keep(name, text), file)));
        }
        String expected = name.endsWith(".json") ? pretty(read(name)) : read(name);
        if (!expected.equals(text)) {
            throw new AssertionError(
                    "%s is no longer what was approved (%s).%nStored data and consumers rely on it: keep it, and give what is new a new name.%n--- approved%n%s%n--- received%n%s"
                            .formatted(name, keep(name, text), expected, text));
        }
    }

    /** The approved text as it is in the file. */
    public String read(String name) {
        try {
            return Files.readString(approved.resolve(name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    public boolean exists(String name) {
        return Files.exists(approved.resolve(name));
    }

    private static String approval(Path from, Path to) {
        return "mkdir -p %s && cp %s %s"
                .formatted(to.toAbsolutePath().getParent(), from.toAbsolutePath(), to.toAbsolutePath());
    }

    private Path keep(String name, String text) {
        Path file = received.resolve(name);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    private static String pretty(String json) {
        return JSON.writeValueAsString(JSON.readTree(json)).replace("\r\n", "\n") + "\n";
    }
}
