package io.guanxi.eventing.log;

import io.guanxi.eventlog.audit.AuditReport;
import io.guanxi.eventlog.audit.LogAudit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one audit at a time, beside everything else that this instance does, and keeps the last one's result. */
final class AuditDesk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AuditDesk.class);

    private final LogAudit audit;
    private @Nullable AuditJob job;

    AuditDesk(LogAudit audit) {
        this.audit = audit;
    }

    /**
     * @param after the position of the last event that is known to be good; -1 for none
     * @return empty if one is running
     */
    synchronized Optional<AuditJob> start(long after) {
        if (job != null && job.state() == AuditJob.State.RUNNING) {
            return Optional.empty();
        }
        AuditJob next = new AuditJob(after);
        job = next;
        Thread.ofPlatform().daemon().name("log-audit").start(() -> run(next));
        return Optional.of(next);
    }

    private void run(AuditJob running) {
        try {
            AuditReport report = audit.run(running.after(), running::reached);
            running.ended(report);
            LOG.info("Audit of the log from {} to {}: {}", report.from(), report.end(), report.counts());
        } catch (RuntimeException | Error e) {
            running.failed(e);
            LOG.warn("The audit of the log ended early", e);
        }
    }

    /** The audit that runs or ran last. */
    synchronized Optional<AuditJob> last() {
        return Optional.ofNullable(job);
    }

    @Override
    public void close() {
        last().ifPresent(AuditJob::cancel);
    }
}
