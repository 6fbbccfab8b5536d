package io.guanxi.benchmarks.intelligence;

import io.guanxi.analytics.AnalyticsService;
import io.guanxi.benchmarks.log.TemporaryFolder;
import io.guanxi.contracts.Topics;
import io.guanxi.embedded.EmbeddedBroker;
import io.guanxi.embedded.EmbeddedStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.ConfigurableApplicationContext;

/** The analytics service alone, on a broker and a store in this process, with its state in a folder that can be looked at. */
final class MeasuredAnalytics implements AutoCloseable {

    private static final String GROUP = "analytics";
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final long LOOK_EVERY_MILLIS = 10;

    private final TemporaryFolder folder;
    private final EmbeddedStore store;
    private final EmbeddedBroker broker;
    private final ConfigurableApplicationContext service;
    private final Admin admin;

    private MeasuredAnalytics(
            TemporaryFolder folder,
            EmbeddedStore store,
            EmbeddedBroker broker,
            ConfigurableApplicationContext service,
            Admin admin) {
        this.folder = folder;
        this.store = store;
        this.broker = broker;
        this.service = service;
        this.admin = admin;
    }

    static MeasuredAnalytics start() throws IOException, NoSuchAlgorithmException {
        TemporaryFolder folder = TemporaryFolder.create();
        EmbeddedStore store = EmbeddedStore.start(folder.path().resolve("store"), 0);
        EmbeddedBroker broker = EmbeddedBroker.start(folder.path().resolve("broker"), 0, 0);
        ConfigurableApplicationContext service = AnalyticsService.application()
                .run(
                        "--server.port=0",
                        "--spring.mongodb.uri=" + uri(store),
                        "--spring.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                        "--spring.security.oauth2.resourceserver.jwt.public-key-location="
                                + publicKey(folder.path()).toUri(),
                        "--guanxi.analytics.state-dir=" + state(folder),
                        "--logging.level.root=ERROR");
        Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) broker.bootstrapServers()));
        return new MeasuredAnalytics(folder, store, broker, service, admin);
    }

    private static String uri(EmbeddedStore store) {
        return (store.uri().endsWith("/") ? store.uri() : store.uri() + "/") + GROUP;
    }

    private static Path state(TemporaryFolder folder) {
        return folder.path().resolve("state");
    }

    /** Nobody asks over HTTP here, so nobody has the other half. */
    private static Path publicKey(Path folder) throws IOException, NoSuchAlgorithmException {
        byte[] key = KeyPairGenerator.getInstance("RSA")
                .generateKeyPair()
                .getPublic()
                .getEncoded();
        String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(key);
        Path file = folder.resolve("public.pem");
        Files.writeString(file, "-----BEGIN PUBLIC KEY-----\n" + text + "\n-----END PUBLIC KEY-----\n");
        return file;
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Returns when every order that is on the topic has been handled, and what came of it committed. */
    void awaitAllHandled() throws InterruptedException, ExecutionException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!isAllHandled()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("orders were not handled within " + LONGEST);
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }

    private boolean isAllHandled() throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetAndMetadata> handled = admin.listConsumerGroupOffsets(GROUP)
                .partitionsToOffsetAndMetadata()
                .get();
        Map<TopicPartition, OffsetSpec> latest = orderPartitions();
        Map<TopicPartition, ListOffsetsResultInfo> ends =
                admin.listOffsets(latest).all().get();
        return ends.entrySet().stream().allMatch(end -> {
            OffsetAndMetadata at = handled.get(end.getKey());
            return end.getValue().offset() == 0
                    || at != null && at.offset() >= end.getValue().offset();
        });
    }

    private Map<TopicPartition, OffsetSpec> orderPartitions() throws InterruptedException, ExecutionException {
        return admin.describeTopics(List.of(Topics.SHOP_ORDERS)).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(partition -> partition, any -> OffsetSpec.latest()));
    }

    long stateBytes() throws IOException {
        try (Stream<Path> files = Files.walk(state(folder))) {
            return files.map(Path::toFile)
                    .mapToLong(file -> file.isFile() ? file.length() : 0)
                    .sum();
        }
    }

    @Override
    public void close() throws IOException {
        admin.close();
        service.close();
        broker.close();
        store.close();
        folder.close();
    }
}
