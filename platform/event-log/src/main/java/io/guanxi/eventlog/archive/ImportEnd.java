package io.guanxi.eventlog.archive;

import io.guanxi.eventlog.mongo.CommitDocuments;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** Finds out, block by block, whether a commit ends where the log shall end. */
final class ImportEnd {

    private static final long NOT_SEEN = -1;

    private final @Nullable Long to;
    private long before;
    private long after = NOT_SEEN;

    /** @param to the position that is asked for; null for the whole archive */
    ImportEnd(@Nullable Long to) {
        this.to = to;
    }

    void see(Block block) {
        if (to == null || after != NOT_SEEN) {
            return;
        }
        for (BsonDocument commit : block.commits()) {
            long end = commit.getNumber(CommitDocuments.POSITION).longValue()
                    + commit.getNumber(CommitDocuments.COUNT).longValue();
            if (end > to) {
                after = end;
                return;
            }
            before = end;
        }
    }

    /** @param archived where the archive ends, of which all blocks were seen */
    long decide(long archived) {
        if (to == null) {
            return archived;
        }
        if (to < 0 || to > archived) {
            throw new ArchiveRefused("position " + to + " is not in the archive (expected: 0 to " + archived + ")");
        }
        if (before != to) {
            throw LogExport.insideACommit(to, before, after);
        }
        return to;
    }
}
