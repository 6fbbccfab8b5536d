package io.guanxi.eventlog.audit;

import java.util.Locale;

/** What can be wrong with a log. */
public enum FindingKind {
    /** No commit holds a position, but one stands behind it, or the log was longer when the audit began. */
    GAP(true),
    /** A commit begins before the end of the one before it. */
    OVERLAP(true),
    /** A commit says that it has another number of events than it has. */
    COUNT_DIFFERS(true),
    /** A commit lacks a position, stream, version, id or events, or has them in another form. */
    UNREADABLE_COMMIT(true),
    /** The first commit of a stream is not at version 0. */
    STREAM_BEGINS_LATE(true),
    /** A version of a stream is missing. */
    STREAM_GAP(true),
    /** A version of a stream is there twice, or in another order than the positions. */
    STREAM_OVERLAP(true),
    /** An event lacks its id, name, revision, body, a time, its tenant or its correlation. */
    INCOMPLETE_EVENT(true),
    /** Two commits bear one id. */
    DUPLICATE_COMMIT(false),
    /** Two events bear one id. */
    DUPLICATE_EVENT(false),
    /** The program does not know the name of an event. */
    UNKNOWN_NAME(false),
    /** The program cannot read the body of an event. */
    UNREADABLE_BODY(false),
    /** An event's tenant is not the one that its stream begins with. */
    TENANT_DIFFERS(false);

    private final boolean breaksTheChain;

    FindingKind(boolean breaksTheChain) {
        this.breaksTheChain = breaksTheChain;
    }

    /** Whether every reader would stop here, whatever program it is. Such a log is not archived and not restored. */
    public boolean breaksTheChain() {
        return breaksTheChain;
    }

    /** Stable, for programs, such as {@code stream-gap}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
