package io.guanxi.eventlog.archive;

import io.guanxi.eventlog.audit.LogScan;
import io.guanxi.eventlog.audit.LogScan.Boundary;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Writes a log into an archive, from its beginning, also while others write. In memory it holds a page of commits, and what
 * an audit knows of the streams.
 */
public final class LogExport {

    private final LogScan log;
    private final ArchiveHeader header;

    private LogExport(LogScan log, ArchiveHeader header) {
        this.log = log;
        this.header = header;
    }

    /**
     * @param to the position after the last event that is wanted; null for all that is there now
     * @throws ArchiveRefused if the log does not reach so far, or the position is inside a commit
     */
    public static LogExport of(LogScan log, String service, @Nullable Long to) {
        long end = log.end();
        long wanted = to == null ? end : to;
        if (wanted < 0 || wanted > end) {
            throw new ArchiveRefused("position " + wanted + " is not in the log (expected: 0 to " + end + ")");
        }
        Boundary boundary = log.boundaryAt(wanted);
        if (boundary.before() != wanted) {
            throw insideACommit(wanted, boundary.before(), boundary.after());
        }
        return new LogExport(log, new ArchiveHeader(service, 0, wanted));
    }

    static ArchiveRefused insideACommit(long position, long before, long after) {
        return new ArchiveRefused("position " + position + " is inside a commit, and commits are kept whole (expected: "
                + before + " or " + after + ")");
    }

    public ArchiveHeader header() {
        return header;
    }

    /** @throws ArchiveRefused if the log is damaged; what is written then lacks its end and cannot be imported */
    public void write(OutputStream target) throws IOException {
        ArchiveWriter archive = new ArchiveWriter(target, header);
        long next = 0;
        while (next < header.to()) {
            List<BsonDocument> page = log.page(next, header.to());
            for (BsonDocument commit : page) {
                archive.commit(commit);
            }
            next = page.isEmpty() ? header.to() : LogScan.after(page.getLast());
        }
        archive.finish();
    }
}
