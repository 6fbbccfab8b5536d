package io.guanxi.eventing.intake;

import io.guanxi.eventing.deadletter.Coordinates;
import io.guanxi.eventing.intake.LaneDrain.Drained;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Tries parked events again, each customer's after a pause that grows with its failures, and at once when asked. It does so
 * on the instance that reads the partition, in turn with what that one reads.
 */
final class Retrier implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Retrier.class);
    private static final Duration TICK = Duration.ofSeconds(1);

    /** A long queue is drained in turns, so that new events of the same customer do not hold up a whole batch. */
    private static final Duration TURN = Duration.ofSeconds(1);

    private final Supplier<Collection<TopicIntake>> intakes;
    private final ParkedLanes parked;
    private final LaneLocks locks;
    private final ReplayRequests requests;
    private final Duration first;
    private final Duration longest;
    private final LongSupplier nanoTime;
    private final Runnable prepare;
    private boolean prepared;
    private final Map<Lane, Pause> pauses = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService timer;
    private volatile boolean stopping;

    /** @param prepare what the store needs before the first look, such as indexes; run again until it works */
    Retrier(
            Supplier<Collection<TopicIntake>> intakes,
            ParkedLanes parked,
            LaneLocks locks,
            ReplayRequests requests,
            Duration first,
            Duration longest,
            LongSupplier nanoTime,
            Runnable prepare) {
        this.prepare = prepare;
        this.intakes = intakes;
        this.parked = parked;
        this.locks = locks;
        this.requests = requests;
        this.first = first;
        this.longest = longest;
        this.nanoTime = nanoTime;
    }

    private record Pause(int failures, long until) {}

    @Override
    public synchronized void start() {
        stopping = false;
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("parked-retrier").factory());
        timer.scheduleWithFixedDelay(this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tick() {
        for (TopicIntake intake : intakes.get()) {
            try {
                retry(intake);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error e) {
                LOG.warn("Parked events of {} could not be tried again now: {}", intake.topic(), e.toString());
            }
        }
    }

    void retry(TopicIntake intake) throws InterruptedException {
        if (!prepared) {
            prepare.run();
            prepared = true;
        }
        Set<Lane> lanes = parked.refresh(intake.topic());
        pauses.keySet().removeIf(lane -> lane.topic().equals(intake.topic()) && !lanes.contains(lane));
        if (lanes.isEmpty()) {
            return;
        }
        Set<Lane> asked = requests.of(lanes);
        // A customer that waits long does not make the others wait: the requested first, each for its own turn.
        for (Lane lane : asked) {
            retry(intake, lane);
            requests.done(lane);
        }
        for (Lane lane : lanes) {
            if (!asked.contains(lane) && isDue(lane)) {
                retry(intake, lane);
            }
        }
    }

    private boolean isDue(Lane lane) {
        Pause pause = pauses.computeIfAbsent(lane, any -> new Pause(0, nanoTime.getAsLong() + first.toNanos()));
        return nanoTime.getAsLong() - pause.until() >= 0;
    }

    private void retry(TopicIntake intake, Lane lane) throws InterruptedException {
        try {
            long end = nanoTime.getAsLong() + TURN.toNanos();
            Drained drained = locks.in(lane, TURN, () -> intake.work().drain(lane, place -> isOurs(place, end)))
                    .orElse(Drained.UNFINISHED);
            switch (drained) {
                case EMPTY -> LOG.info("A customer's events on {} flow again", lane.topic());
                case UNFINISHED -> pauses.put(lane, new Pause(0, nanoTime.getAsLong()));
                case BLOCKED, EARLY_LEFT -> pauses.compute(lane, (any, pause) -> longer(pause));
            }
        } catch (InfrastructureFailure e) {
            pauses.compute(lane, (any, pause) -> longer(pause));
            throw e;
        }
    }

    private boolean isOurs(Coordinates place, long end) {
        return !stopping && parked.owns(place) && nanoTime.getAsLong() - end < 0;
    }

    private Pause longer(@Nullable Pause pause) {
        int failures = pause == null ? 1 : pause.failures() + 1;
        Duration wait = first.multipliedBy(1L << Math.min(20, failures - 1));
        Duration bounded = wait.compareTo(longest) < 0 ? wait : longest;
        return new Pause(failures, nanoTime.getAsLong() + bounded.toNanos());
    }

    /** Which lanes somebody wants to be tried now. */
    interface ReplayRequests {

        Set<Lane> of(Collection<Lane> lanes);

        void done(Lane lane);
    }

    @Override
    public synchronized void stop() {
        stopping = true;
        ScheduledExecutorService running = timer;
        timer = null;
        if (running == null) {
            return;
        }
        running.shutdown();
        try {
            if (!running.awaitTermination(10, TimeUnit.SECONDS)) {
                running.shutdownNow();
            }
        } catch (InterruptedException e) {
            running.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }

    /** Right after the bindings when starting, right before them when stopping. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 2900;
    }
}
