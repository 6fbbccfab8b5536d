package io.guanxi.eventlog.audit;

import java.util.List;
import org.bson.BsonDocument;

/** Audits a log in its store, also while others write: up to the end that it had when the audit began. */
public final class LogAudit {

    private final LogScan log;
    private final BodyCheck bodies;
    private final int mostOfAKind;

    /** @param mostOfAKind how many findings of each kind are kept; all are counted */
    public LogAudit(LogScan log, BodyCheck bodies, int mostOfAKind) {
        this.log = log;
        this.bodies = bodies;
        this.mostOfAKind = mostOfAKind;
    }

    /**
     * @param after the position of the last event that is known to be good; -1 for none. Inside a commit, that commit is
     *     looked at whole
     */
    public AuditReport run(long after, Watcher watcher) {
        long end = log.end();
        long from = Math.min(end, log.boundaryAt(after + 1).before());
        ChainAudit audit = from == 0
                ? ChainAudit.fromTheBeginning(bodies, mostOfAKind)
                : ChainAudit.from(from, stream -> log.versionBefore(stream, from), bodies, mostOfAKind);
        long next = from;
        while (next < end) {
            if (!watcher.goOn(audit.end(), end)) {
                return audit.report();
            }
            List<BsonDocument> page = log.page(next, end);
            if (page.isEmpty()) {
                break;
            }
            page.forEach(audit::see);
            next = LogScan.after(page.getLast());
        }
        return audit.reportAt(end);
    }

    /** Is told how far an audit is, and may end it. */
    @FunctionalInterface
    public interface Watcher {

        /** @return false to end the audit here; its report then ends here too */
        boolean goOn(long position, long end);
    }
}
