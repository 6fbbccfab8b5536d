package io.guanxi.eventlog.chain;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Which of several logs a stream lives in, for ever. The number is part of the data: another number would look for streams
 * where they are not.
 *
 * @param count how many logs, at least 1
 */
public record Shards(int count) {

    public Shards {
        if (count < 1) {
            throw new IllegalArgumentException("shards: " + count + " (expected: at least 1)");
        }
    }

    /** From 0 to {@code count - 1}, by the CRC-32 of the name in UTF-8, which any other program can compute as well. */
    public int of(String stream) {
        CRC32 hash = new CRC32();
        hash.update(stream.getBytes(StandardCharsets.UTF_8));
        return (int) (hash.getValue() % count);
    }
}
