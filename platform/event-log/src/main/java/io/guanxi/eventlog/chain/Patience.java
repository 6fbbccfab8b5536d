package io.guanxi.eventlog.chain;

import java.time.Duration;

/** How long to keep trying while the store is away: pauses that double, until a total is reached. */
interface Patience {

    /** Waits a while, or says that it is over. Waits are counted from the last {@link #renew}. */
    boolean another();

    /** Something went forward. */
    void renew();

    /** It is needed no more. An interrupt that came meanwhile is the caller's again. */
    default void end() {}

    /** By the monotonic clock. */
    static Patience of(Duration total) {
        return new Patience() {
            private static final long FIRST = 5_000_000;
            private static final long LONGEST = 500_000_000;
            private long since = System.nanoTime();
            private long pause = FIRST;
            private boolean interrupted;

            @Override
            public boolean another() {
                if (System.nanoTime() - since >= total.toNanos()) {
                    return false;
                }
                interrupted |= Thread.interrupted();
                try {
                    Thread.sleep(Duration.ofNanos(pause));
                } catch (InterruptedException e) {
                    // Others wait for this group as well, and were not interrupted.
                    interrupted = true;
                }
                pause = Math.min(LONGEST, pause * 2);
                return true;
            }

            @Override
            public void renew() {
                since = System.nanoTime();
                pause = FIRST;
            }

            @Override
            public void end() {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }
}
