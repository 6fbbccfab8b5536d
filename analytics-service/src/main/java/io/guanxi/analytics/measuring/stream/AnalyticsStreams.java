package io.guanxi.analytics.measuring.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the topology and never lets it be silently dead. A thread that fails is replaced; if that does not help, everything
 * is closed and started again after a pause, for as long as the service runs.
 */
final class AnalyticsStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AnalyticsStreams.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration CLOSING = Duration.ofSeconds(15);

    /** After the web server, whose port it advertises; it stops after the last request is answered and before the server. */
    private static final int PHASE = WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE + 512;

    private final Supplier<Topology> topology;
    private final StreamProperties properties;
    private final Supplier<HostInfo> address;
    private final Counter failures;

    private volatile @Nullable KafkaStreams streams;
    private volatile boolean hasRun;
    private volatile long lastReplacement = Long.MIN_VALUE;
    private @Nullable ScheduledExecutorService watch;

    AnalyticsStreams(
            Supplier<Topology> topology,
            StreamProperties properties,
            Supplier<HostInfo> address,
            MeterRegistry meters) {
        this.topology = topology;
        this.properties = properties;
        this.address = address;
        this.failures = meters.counter(AnalyticsSignals.STREAMS_FAILURES.meter());
    }

    /** The streams if all stores are there; null while they start, fail or stop. */
    @Nullable
    KafkaStreams answering() {
        KafkaStreams present = streams;
        return present != null && canAnswer(present.state()) ? present : null;
    }

    /** Null before the first start. */
    @Nullable
    KafkaStreams present() {
        return streams;
    }

    HostInfo address() {
        return address.get();
    }

    /** It runs, or it shares its partitions anew after it has run. */
    private boolean canAnswer(KafkaStreams.State state) {
        return state == KafkaStreams.State.RUNNING || state == KafkaStreams.State.REBALANCING && hasRun;
    }

    String state() {
        KafkaStreams present = streams;
        return present == null ? "NOT_STARTED" : present.state().name();
    }

    /** Returns at once: the stores are opened beside the start of the service, and readiness says when they are there. */
    @Override
    public synchronized void start() {
        if (watch != null) {
            return;
        }
        ScheduledExecutorService watching = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("analytics-streams-watch").daemon().factory());
        watching.scheduleWithFixedDelay(this::openIfClosed, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        watch = watching;
    }

    private void openIfClosed() {
        try {
            KafkaStreams present = streams;
            if (present == null || present.state().hasCompletedShutdown()) {
                close(present);
                open();
            }
        } catch (RuntimeException e) {
            failures.increment();
            LOG.error("The streams cannot be opened and are tried again", e);
            close(streams);
        }
    }

    private void open() {
        hasRun = false;
        KafkaStreams opened = new KafkaStreams(topology.get(), properties.of(address.get()));
        opened.setUncaughtExceptionHandler(this::failed);
        opened.setStateListener((now, before) -> {
            hasRun |= now == KafkaStreams.State.RUNNING;
            LOG.info("The streams are {} after {}", now, before);
        });
        streams = opened;
        opened.start();
    }

    /** One new thread at once; a second failure soon after closes everything for a pause. */
    private StreamThreadExceptionResponse failed(Throwable failure) {
        failures.increment();
        long now = System.nanoTime();
        boolean again = lastReplacement != Long.MIN_VALUE && now - lastReplacement < PAUSE.toNanos();
        lastReplacement = now;
        LOG.error("A stream thread failed and {}", again ? "all are started again" : "is replaced", failure);
        return again ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT : StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService watching = watch;
        if (watching == null) {
            return;
        }
        watch = null;
        watching.shutdownNow();
        close(streams);
        awaitEnd(watching);
        close(streams);
    }

    private static void awaitEnd(ScheduledExecutorService watching) {
        try {
            if (!watching.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Opening the streams has not ended within {}", CLOSING);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** It leaves the group, so that whoever comes next gets the partitions at once. */
    private static void close(@Nullable KafkaStreams closing) {
        if (closing != null) {
            closing.close(CloseOptions.timeout(CLOSING)
                    .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return watch != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
