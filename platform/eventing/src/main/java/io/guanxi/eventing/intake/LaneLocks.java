package io.guanxi.eventing.intake;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Lets one thread at a time into a lane. Lanes share a fixed number of locks, so that memory does not grow with customers. */
final class LaneLocks {

    private static final int STRIPES = 1024;

    private final ReentrantLock[] stripes =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

    /** @return empty if the lane was not free in time; then nothing was done */
    <T> Optional<T> in(Lane lane, Duration wait, Supplier<T> work) throws InterruptedException {
        ReentrantLock stripe = stripes[Math.floorMod(lane.hashCode(), STRIPES)];
        if (!stripe.tryLock(wait.toNanos(), TimeUnit.NANOSECONDS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            stripe.unlock();
        }
    }
}
