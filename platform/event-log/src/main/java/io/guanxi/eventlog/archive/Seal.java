package io.guanxi.eventlog.archive;

import io.guanxi.eventlog.audit.RunningHash;
import java.nio.charset.StandardCharsets;

/**
 * What an archive says about itself. Everything in the lines here follows from the lines before them, so a reader computes
 * what they must be and compares.
 */
final class Seal {

    private final RunningHash all = new RunningHash();
    private final RunningHash chain = new RunningHash();
    private long blocks;
    private long commits;
    private long events;

    void header(byte[] line) {
        all.add(line);
    }

    void commit(byte[] line, long size) {
        all.add(line);
        chain.add(line);
        commits++;
        events += size;
    }

    /** The line that closes a block: a checksum of the whole file up to it. */
    byte[] block() {
        byte[] line = "{\"block\":%d,\"commits\":%d,\"end\":%d,\"sha256\":\"%s\"}"
                .formatted(++blocks, commits, events, all.soFar())
                .getBytes(StandardCharsets.UTF_8);
        all.add(line);
        return line;
    }

    /** The last line; {@code digest} is the one that an audit of the same commits has. */
    byte[] trailer() {
        return "{\"end\":%d,\"commits\":%d,\"events\":%d,\"digest\":\"%s\",\"sha256\":\"%s\"}"
                .formatted(events, commits, events, chain.soFar(), all.soFar())
                .getBytes(StandardCharsets.UTF_8);
    }

    String digest() {
        return chain.soFar();
    }

    long commits() {
        return commits;
    }

    long blocks() {
        return blocks;
    }
}
