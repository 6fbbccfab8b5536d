package io.guanxi.eventlog;

/** A commit with its place in the chain: the position of its first event. */
record Link(long position, Commit commit) {

    /** The position after its last event, which is where the next link stands. */
    long end() {
        return position + commit.size();
    }
}
