package io.guanxi.benchmarks.log;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;

/** One way to keep events, on a database of its own. Many threads may append at once. */
interface Contender extends AutoCloseable {

    String name();

    /** Returns when the events, which one command produced for one aggregate, are stored. */
    void append(List<DomainEventMessage<?>> commit);

    /**
     * Reads from the first event on, until there is no more or enough was read.
     *
     * @param payloads whether every payload is decoded too, which engines leave to whoever handles the event
     * @return how many events were read
     */
    long replay(long most, long deadlineNanos, boolean payloads);

    /** How many events to store at a time where only the result matters; more than 1 only if the log is the same then. */
    int fillCommit();

    /** Events on disk, as far as its server tells. */
    Footprint footprint();

    @Override
    void close();

    /** @param total with indexes and all, in bytes; 0 if the server does not tell */
    record Footprint(long total, long indexes) {

        static final Footprint UNKNOWN = new Footprint(0, 0);
    }
}
