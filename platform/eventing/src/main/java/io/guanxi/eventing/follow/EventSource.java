package io.guanxi.eventing.follow;

import io.guanxi.eventlog.RecordedEvent;
import java.time.Duration;
import java.util.List;

/** The event log as followers read it. */
public interface EventSource {

    /** Before the first event. */
    long NOTHING = -1;

    /** Opens a reading that begins after a position, {@link #NOTHING} for all. */
    Feed openAfter(long position);

    /** The position of the last event, {@link #NOTHING} if there is none. */
    long head();

    /** One reading, for one thread. */
    interface Feed extends AutoCloseable {

        /**
         * The next events in the order of the log: at once what is there, else what comes within the time.
         *
         * @return at most {@code limit} events; none if none came in time
         */
        List<RecordedEvent> next(int limit, Duration wait) throws InterruptedException;

        @Override
        void close();
    }
}
