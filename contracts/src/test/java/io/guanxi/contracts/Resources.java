package io.guanxi.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of this module, read where they are edited: a file that is not packaged is still seen. */
final class Resources {

    static final Path MAIN = Path.of("src/main/resources");
    static final Path SCHEMAS = MAIN.resolve("schemas");
    static final Path SAMPLES = MAIN.resolve("samples");
    static final Path RELEASED = Path.of("src/test/resources/released/v1");

    private static final JsonMapper JSON = new JsonMapper();

    private Resources() {}

    static JsonNode json(Path file) {
        return JSON.readTree(bytes(file));
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of what a folder holds, sorted. */
    static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
