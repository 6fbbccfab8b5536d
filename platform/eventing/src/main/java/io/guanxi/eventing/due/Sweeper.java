package io.guanxi.eventing.due;

import io.guanxi.eventing.follow.Followers;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Sweeps again and again for as long as the service runs. A service declares one as a bean for each {@link DueWork}. */
public final class Sweeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);
    private static final long IDLE_SECONDS = 10;

    private final DueSweep<?> sweep;
    private final String name;
    private final Duration interval;
    private final Clock clock;
    private @Nullable Running running;

    private record Running(Thread thread, CountDownLatch stopping) {}

    /** @param clock says what is due; best the {@link io.guanxi.eventing.time.StoreClock} */
    public Sweeper(DueWork<?> work, SweepSettings settings, Clock clock, SweepMeters names, MeterRegistry meters) {
        this.name = work.name();
        this.interval = settings.interval();
        this.clock = clock;
        this.sweep = new DueSweep<>(work, settings.batch(), lanes(name, settings.lanes()), names, meters);
    }

    /** Idle lanes end by themselves, so nobody has to close them. */
    private static ExecutorService lanes(String name, int number) {
        ThreadPoolExecutor lanes = new ThreadPoolExecutor(
                number,
                number,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofVirtual().name("sweep-" + name + "-", 0).factory());
        lanes.allowCoreThreadTimeOut(true);
        return lanes;
    }

    @Override
    public synchronized void start() {
        if (isRunning()) {
            return;
        }
        CountDownLatch stopping = new CountDownLatch(1);
        Thread thread = Thread.ofPlatform().daemon().name("sweep-" + name).start(() -> sweepUntil(stopping));
        running = new Running(thread, stopping);
    }

    private void sweepUntil(CountDownLatch stopping) {
        try {
            while (!stopping.await(interval.toNanos(), TimeUnit.NANOSECONDS)) {
                look(stopping);
            }
        } catch (InterruptedException stopped) {
            LOG.debug("a sweep of {} was broken off", name);
        }
    }

    private void look(CountDownLatch stopping) throws InterruptedException {
        try {
            sweep.sweep(clock.instant());
        } catch (RuntimeException | Error e) {
            // Also an error of the machine: a thread that ends here would leave undone what is due, unseen.
            if (stopping.getCount() > 0) {
                LOG.warn("{} that are due were not all found, next look in {}", name, interval, e);
            }
        }
    }

    /** Checks that run are broken off; the next sweep, here or elsewhere, finds what they were about. */
    @Override
    public synchronized void stop() {
        Running present = running;
        if (present == null) {
            return;
        }
        running = null;
        present.stopping().countDown();
        present.thread().interrupt();
        try {
            present.thread().join(LONGEST_STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }

    /** Stops before the views do, whose news it acts on. */
    @Override
    public int getPhase() {
        return Followers.PHASE + 1;
    }
}
