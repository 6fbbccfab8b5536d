package io.guanxi.embedded.store;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the file small. Every commit writes the changed pages anew, so that most of the file is soon what no longer counts:
 * pages that still count are moved out of chunks that hardly do, and chunks at the end of the file into the gaps.
 */
final class Housekeeping implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private static final long PAUSE_MILLIS = 250;
    private static final Duration LONGEST_ROUND = Duration.ofMillis(150);
    private static final Duration BETWEEN_FLUSHES = Duration.ofSeconds(1);

    /** Of the bytes in chunks, how many should count; and of the file, how much should be chunks. */
    private static final int WANTED_PERCENT = 60;

    /** Writers wait for one step of this size, not for a whole round. */
    private static final int STEP_BYTES = 1 << 20;

    private static final long TOO_SMALL_TO_MATTER = 4L << 20;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("store-housekeeping").factory());
    private final StoreContext context;
    private final MVStore store;
    private final RandomAccessStore file;
    private long flushedChanges;
    private long flushedAt;

    Housekeeping(StoreContext context) {
        this.context = context;
        this.store = context.store();
        this.file = (RandomAccessStore) store.getFileStore();
        thread.scheduleWithFixedDelay(this::keepHouse, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void keepHouse() {
        try {
            context.cursors().forgetAbandoned();
            flush();
            if (file.size() > TOO_SMALL_TO_MATTER) {
                compact();
            }
        } catch (RuntimeException | Error e) {
            // A scheduled task that throws is never run again.
            LOG.warn("The store's file could not be made smaller", e);
        }
    }

    private void flush() {
        long changes = context.commits().changes();
        if (changes != flushedChanges && System.nanoTime() - flushedAt >= BETWEEN_FLUSHES.toNanos()) {
            flushedChanges = changes;
            flushedAt = System.nanoTime();
            store.sync();
        }
    }

    private void compact() {
        long end = System.nanoTime() + LONGEST_ROUND.toNanos();
        boolean more = true;
        while (more && file.getChunksFillRate() < WANTED_PERCENT && System.nanoTime() < end) {
            more = context.commits().alone(() -> {
                boolean moved = store.compact(WANTED_PERCENT, STEP_BYTES);
                store.commit();
                return moved;
            });
        }
        if (file.getFillRate() < WANTED_PERCENT) {
            context.commits().alone(() -> {
                file.compactMoveChunks(WANTED_PERCENT, STEP_BYTES, store);
                return true;
            });
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
