package io.guanxi.eventing.topics;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Creates the topics that are missing before anything is bound to them. While the broker is away it says so and tries again:
 * for a while the start waits for it, then the service starts without and this goes on behind it.
 */
final class TopicsInitializer implements SmartLifecycle {

    /** Before the followers and the bindings, whose phases are higher. */
    static final int PHASE = 500;

    private static final Logger LOG = LoggerFactory.getLogger(TopicsInitializer.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int REQUEST_SECONDS = 10;

    private final Supplier<Admin> admins;
    private final Supplier<Collection<NewTopic>> wanted;
    private final Duration startTimeout;
    private final CountDownLatch created = new CountDownLatch(1);
    private @Nullable Thread worker;

    TopicsInitializer(Supplier<Admin> admins, Supplier<Collection<NewTopic>> wanted, Duration startTimeout) {
        this.admins = admins;
        this.wanted = wanted;
        this.startTimeout = startTimeout;
    }

    @Override
    public void start() {
        Thread running = Thread.ofPlatform().daemon().name("topics").start(this::untilCreated);
        worker = running;
        try {
            if (!created.await(startTimeout.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn(
                        "The service starts although its topics may be missing: no broker has answered in {}",
                        startTimeout);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void untilCreated() {
        try {
            for (int attempt = 1; !isCreated(attempt); attempt++) {
                Thread.sleep(PAUSE);
            }
            created.countDown();
        } catch (InterruptedException e) {
            LOG.debug("Stopped before the topics were created", e);
        }
    }

    private boolean isCreated(int attempt) throws InterruptedException {
        @Nullable Admin admin = null;
        try {
            admin = admins.get();
            createMissing(admin, wanted.get());
            return true;
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            LOG.warn("Topics cannot be created (attempt {}), next try in {}: {}", attempt, PAUSE, e.toString());
            return false;
        } finally {
            if (admin != null) {
                // Otherwise it would wait for what the broker that is away has not answered.
                admin.close(Duration.ZERO);
            }
        }
    }

    private static void createMissing(Admin admin, Collection<NewTopic> topics)
            throws ExecutionException, InterruptedException, TimeoutException {
        Set<String> existing = admin.listTopics().names().get(REQUEST_SECONDS, TimeUnit.SECONDS);
        List<NewTopic> missing = topics.stream()
                .filter(topic -> !existing.contains(topic.name()))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        Map<String, KafkaFuture<Void>> results = admin.createTopics(missing).values();
        for (KafkaFuture<Void> result : results.values()) {
            try {
                result.get(REQUEST_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                // Another service was faster.
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
        LOG.info(
                "Created topics {}",
                missing.stream().map(NewTopic::name).sorted().collect(Collectors.joining(", ")));
    }

    @Override
    public void stop() {
        Thread running = worker;
        worker = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
