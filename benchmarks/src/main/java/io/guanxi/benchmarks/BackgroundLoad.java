package io.guanxi.benchmarks;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/** Publishes at a steady pace, whatever becomes of it (an open loop), until closed. */
final class BackgroundLoad implements AutoCloseable {

    private final AtomicLong sent = new AtomicLong();
    private final long started = System.nanoTime();
    private final Thread sender;
    private volatile boolean closed;

    private BackgroundLoad(double perSecond, IntConsumer publish) {
        this.sender = Thread.ofPlatform().daemon().unstarted(() -> {
            while (!closed) {
                long due = started + (long) (sent.get() / perSecond * 1e9);
                LockSupport.parkNanos(due - System.nanoTime());
                if (System.nanoTime() >= due) {
                    publish.accept((int) sent.getAndIncrement());
                }
            }
        });
    }

    static BackgroundLoad start(double perSecond, IntConsumer publish) {
        BackgroundLoad load = new BackgroundLoad(perSecond, publish);
        load.sender.start();
        return load;
    }

    double achievedPerSecond() {
        return sent.get() / ((System.nanoTime() - started) / 1e9);
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(sender);
    }
}
