package io.guanxi.analytics.instances;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Is closed when the other side has been silent for too long while somebody reads; a read that waits then fails. */
final class WatchedStream extends FilterInputStream {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedStream.class);

    private final ScheduledFuture<?> watching;
    private final InputStream source;

    /** How many reads have begun and ended; odd while one waits. */
    private volatile long reads;

    private long seen = -1;

    WatchedStream(InputStream source, ScheduledExecutorService watch, Duration timeout) {
        super(source);
        this.source = source;
        this.watching =
                watch.scheduleWithFixedDelay(this::look, timeout.toMillis(), timeout.toMillis(), TimeUnit.MILLISECONDS);
        this.in = new BufferedInputStream(new Counted(source));
    }

    private void look() {
        long now = reads;
        if (now % 2 == 1 && now == seen) {
            LOG.warn("Another instance tells nothing and is given up");
            closeSource();
        }
        seen = now;
    }

    private void closeSource() {
        try {
            source.close();
        } catch (IOException e) {
            LOG.debug("Closing what another instance tells: {}", e.toString());
        }
    }

    @Override
    public void close() throws IOException {
        watching.cancel(false);
        super.close();
    }

    private final class Counted extends FilterInputStream {

        Counted(InputStream in) {
            super(in);
        }

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // Written by the one thread that reads.
        public int read(byte[] bytes, int offset, int length) throws IOException {
            reads++;
            try {
                return super.read(bytes, offset, length);
            } finally {
                reads++;
            }
        }
    }
}
