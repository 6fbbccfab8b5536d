package io.guanxi.eventlog.audit;

import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with a log.
 *
 * @param position where: of the commit, of the event, or the first that is missing
 * @param stream the stream that it is about, as it stands in the log; null if it is about none
 * @param detail what is expected and what is there; never anything of a body
 */
public record Finding(
        FindingKind kind, long position, @Nullable String stream, String detail) {

    @Override
    public String toString() {
        return kind.code() + " at position " + position + (stream == null ? "" : " of " + stream) + ": " + detail;
    }
}
