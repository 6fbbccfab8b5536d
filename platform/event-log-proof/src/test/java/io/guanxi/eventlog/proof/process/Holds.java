package io.guanxi.eventlog.proof.process;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import java.util.concurrent.CountDownLatch;

/** Stops a process at a chosen request: just before an insert leaves, or dead just after one is answered. */
final class Holds implements CommandListener {

    private int insertsUntilHold = -1;
    private int insertsUntilDeath = -1;
    private CountDownLatch held = new CountDownLatch(1);
    private CountDownLatch released = new CountDownLatch(1);

    /** The insert after so many others waits; it is formed, and not sent. */
    synchronized void holdAfter(int inserts) {
        insertsUntilHold = inserts;
        held = new CountDownLatch(1);
        released = new CountDownLatch(1);
    }

    /** This process ends as by {@code kill -9} once so many inserts are answered. */
    synchronized void dieAfter(int inserts) {
        insertsUntilDeath = inserts;
    }

    void awaitHeld() throws InterruptedException {
        latch(true).await();
    }

    void release() {
        latch(false).countDown();
    }

    private synchronized CountDownLatch latch(boolean ofHolding) {
        return ofHolding ? held : released;
    }

    @Override
    public void commandStarted(CommandStartedEvent command) {
        if (command.getCommandName().equals("insert") && isHeld()) {
            latch(true).countDown();
            try {
                latch(false).await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private synchronized boolean isHeld() {
        return insertsUntilHold >= 0 && insertsUntilHold-- == 0;
    }

    @Override
    public synchronized void commandSucceeded(CommandSucceededEvent command) {
        if (command.getCommandName().equals("insert") && insertsUntilDeath > 0 && --insertsUntilDeath == 0) {
            Runtime.getRuntime().halt(137);
        }
    }
}
