package io.guanxi.benchmarks.log;

import java.util.ArrayDeque;
import java.util.Deque;

/** What must be closed however the run ends, also by Ctrl-C; the last first, each once. */
final class Cleanup implements AutoCloseable {

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Thread hook = new Thread(this::interrupt, "cleanup");
    private volatile boolean interrupted;
    private boolean closed;

    Cleanup() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** @throws IllegalStateException if the end has come already; the thing is closed then */
    synchronized <T extends AutoCloseable> T add(T thing) {
        open.push(thing);
        if (closed) {
            closeAll();
            throw new IllegalStateException("the run was ended");
        }
        return thing;
    }

    /** Whether the process is being ended while something was open. */
    boolean interrupted() {
        return interrupted;
    }

    private void interrupt() {
        interrupted = true;
        close();
    }

    @Override
    public synchronized void close() {
        closed = true;
        closeAll();
        if (Thread.currentThread() != hook) {
            forgetHook();
        }
    }

    private void closeAll() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                System.err.println("Left behind: " + e);
            }
        }
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook runs by itself and finds nothing left.
        }
    }
}
