package io.guanxi.eventlog.chain;

/** A commit with its place in the chain: the position of its first event. */
public record Link(long position, Commit commit) {

    /** The position after its last event, which is where the next link stands. */
    public long end() {
        return position + commit.size();
    }
}
