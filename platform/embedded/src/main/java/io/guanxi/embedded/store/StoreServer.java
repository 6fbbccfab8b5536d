package io.guanxi.embedded.store;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;

/** One file, served on one port. */
public final class StoreServer implements AutoCloseable {

    private static final int CACHE_MEGABYTES = 64;
    private static final int PAGE_BYTES = 4096;

    /** Longer than the pause between two flushes to the disk, so that what is overwritten has a flushed successor. */
    private static final int RETENTION_MILLIS = 3000;

    private static final int COMPACTION_AT_CLOSE_MILLIS = 300;

    static {
        // H2 asserts that a chunk it moves ends before a boundary, but takes a gap that reaches over it; the gap is
        // free
        // all the same. With assertions on, as in tests, this would end the store in the middle of its housekeeping.
        MVStore.class.getClassLoader().setPackageAssertionStatus("org.h2.mvstore", false);
    }

    private final MVStore store;
    private final Housekeeping housekeeping;
    private final WireServer wire;

    /**
     * Opens the file and starts to listen.
     *
     * @param file created where it is missing
     * @param address its port may be 0 for any free one
     */
    public StoreServer(Path file, InetSocketAddress address) {
        store = open(file);
        try {
            StoreBackend backend = new StoreBackend(store);
            store.commit();
            wire = new WireServer(backend, address);
            housekeeping = new Housekeeping(backend.context());
        } catch (RuntimeException e) {
            store.closeImmediately();
            throw e;
        }
    }

    /** Nothing is committed but by {@link GroupCommit}: a commit at any other time could hold half a change. */
    private static MVStore open(Path file) {
        MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .cacheSize(CACHE_MEGABYTES)
                .pageSplitSize(PAGE_BYTES)
                .compress()
                .open();
        store.setRetentionTime(RETENTION_MILLIS);
        return store;
    }

    public int port() {
        return wire.port();
    }

    @Override
    public void close() {
        wire.close();
        housekeeping.close();
        store.close(COMPACTION_AT_CLOSE_MILLIS);
    }
}
