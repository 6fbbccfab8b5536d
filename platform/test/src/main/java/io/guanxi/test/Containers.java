package io.guanxi.test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.mongodb.MongoDBContainer;

/** The real products in containers: a MongoDB replica set of one and a Kafka broker. */
record Containers(MongoDBContainer mongo, KafkaContainer kafka) implements TestPlatform.Parts {

    private static final String MONGO_IMAGE = "mongo:8.0";
    private static final String KAFKA_IMAGE = "apache/kafka:4.3.1";
    private static final Duration ENGINE_ANSWERS_WITHIN = Duration.ofSeconds(10);

    static boolean wanted() {
        return switch (System.getProperty("guanxi.test.platform", "")) {
            case "embedded" -> false;
            case "containers" -> true;
            case "" -> engineIsThere();
            case String other ->
                throw new IllegalArgumentException(
                        "guanxi.test.platform: " + other + " (expected: embedded or containers)");
        };
    }

    static Containers start() {
        Containers parts = new Containers(new MongoDBContainer(MONGO_IMAGE), new KafkaContainer(KAFKA_IMAGE));
        Startables.deepStart(parts.mongo, parts.kafka).join();
        Announcements.say("containers %s and %s".formatted(MONGO_IMAGE, KAFKA_IMAGE));
        return parts;
    }

    /** Looks for a socket first: without one, asking an engine costs seconds and prints stack traces. */
    private static boolean engineIsThere() {
        boolean told = System.getenv("DOCKER_HOST") != null;
        boolean socket = Stream.of(
                        "/var/run", System.getenv("XDG_RUNTIME_DIR"), System.getProperty("user.home") + "/.docker/run")
                .filter(Objects::nonNull)
                .anyMatch(folder -> Files.exists(Path.of(folder, "docker.sock")));
        return (told || socket) && engineAnswers();
    }

    private static boolean engineAnswers() {
        return CompletableFuture.supplyAsync(
                        () -> DockerClientFactory.instance().isDockerAvailable(), Thread::startVirtualThread)
                .completeOnTimeout(false, ENGINE_ANSWERS_WITHIN.toSeconds(), TimeUnit.SECONDS)
                .exceptionally(failure -> false)
                .join();
    }

    @Override
    public String storeUri(String database) {
        return mongo.getReplicaSetUrl(database);
    }

    @Override
    public String bootstrapServers() {
        return kafka.getBootstrapServers();
    }

    @Override
    public void stop() {
        kafka.stop();
        mongo.stop();
    }
}
