package io.guanxi.test;

import io.guanxi.embedded.EmbeddedBroker;
import io.guanxi.embedded.EmbeddedStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * One store and one broker for all tests of a run, started when first asked for and stopped after the last application
 * context. Containers of the real products where a Docker engine answers, the embedded ones elsewhere; a line on standard
 * output says which. The system property {@code guanxi.test.platform} ({@code embedded} or {@code containers}) decides.
 */
public final class TestPlatform {

    private TestPlatform() {}

    /** The store's address with this database in it. */
    public static String storeUri(String database) {
        return Running.PARTS.storeUri(database);
    }

    public static String bootstrapServers() {
        return Running.PARTS.bootstrapServers();
    }

    /** What a service must be told to run on this platform. */
    public static Map<String, String> properties(String database) {
        return Map.of(
                "spring.mongodb.uri", storeUri(database),
                "spring.kafka.bootstrap-servers", bootstrapServers(),
                "spring.security.oauth2.resourceserver.jwt.public-key-location", TestTokens.publicKeyLocation());
    }

    /** For a {@code @DynamicPropertySource}, where {@link RunsOnPlatform} does not fit. */
    public static void properties(DynamicPropertyRegistry registry, String database) {
        properties(database).forEach((name, value) -> registry.add(name, () -> value));
    }

    /** The two parts, whatever they are made of. */
    interface Parts {
        String storeUri(String database);

        String bootstrapServers();

        void stop();
    }

    /** Started by the first use of this class. */
    private static final class Running {

        static final Parts PARTS = start();

        private static Parts start() {
            Parts parts = Containers.wanted() ? Containers.start() : embedded();
            // Runs after the application contexts are closed, so that none of them loses its store while it stops.
            SpringApplication.getShutdownHandlers().add(parts::stop);
            return parts;
        }

        private static Parts embedded() {
            Path folder = newFolder();
            EmbeddedStore store = EmbeddedStore.start(folder.resolve("store"), 0);
            EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0, 0);
            Announcements.say("embedded store and broker (no Docker engine is used)");
            return new Embedded(folder, store, broker);
        }

        private static Path newFolder() {
            try {
                return Files.createTempDirectory("guanxi-test-");
            } catch (IOException e) {
                throw new UncheckedIOException("no folder for the test platform", e);
            }
        }
    }

    private record Embedded(Path folder, EmbeddedStore store, EmbeddedBroker broker) implements Parts {

        @Override
        public String storeUri(String database) {
            String uri = store.uri();
            return (uri.endsWith("/") ? uri : uri + "/") + database;
        }

        @Override
        public String bootstrapServers() {
            return broker.bootstrapServers();
        }

        @Override
        public void stop() {
            broker.close();
            store.close();
            org.springframework.util.FileSystemUtils.deleteRecursively(folder.toFile());
        }
    }
}
