package io.guanxi.eventlog.chain;

/** A document of the log is missing or overlaps another. Readers stop here rather than skip; the data must be repaired. */
public final class ChainBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ChainBroken(String message) {
        super(message);
    }
}
