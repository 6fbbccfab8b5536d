package io.guanxi.loyalty.account.audit;

import io.guanxi.eventing.job.JobStatus;
import io.guanxi.eventing.job.Jobs;
import io.guanxi.web.Page;
import org.jspecify.annotations.Nullable;

/** The audits of all accounts. All methods let the driver's exceptions through when the store cannot be reached. */
public final class AuditsOfAll {

    static final String SCHEDULE = "schedule";

    private final Jobs jobs;
    private final AuditingAllAccounts auditing;

    AuditsOfAll(Jobs jobs, AuditingAllAccounts auditing) {
        this.jobs = jobs;
        this.auditing = auditing;
    }

    /** Asking again under the same id shows the one that is there. */
    public JobStatus ask(String tenant, String id, String askedBy) {
        return jobs.ask(auditing, tenant, id, new AuditingAllAccounts.Asked(), askedBy);
    }

    void askUnlessOneGoesOn(String tenant, String id) {
        boolean goesOn = newest(tenant, null, 1).items().stream()
                .anyMatch(audit -> !audit.state().isEnd());
        if (!goesOn) {
            ask(tenant, id, SCHEDULE);
        }
    }

    /** The newest first. @param cursor what the page before gave; null for the first page */
    public Page<JobStatus> newest(String tenant, @Nullable String cursor, int limit) {
        return jobs.newest(tenant, auditing, cursor, limit);
    }
}
