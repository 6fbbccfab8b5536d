package io.guanxi.loyalty.rehearsal.job;

import io.guanxi.eventing.job.JobStatus;
import io.guanxi.eventing.job.Jobs;
import io.guanxi.loyalty.rehearsal.domain.Comparison.Verdict;
import io.guanxi.web.Page;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rehearsals of all tenants. All methods let the driver's exceptions through when the store cannot be reached. */
@Component
public class Rehearsals {

    private final Jobs jobs;
    private final RehearsingAccounts rehearsing;
    private final RehearsedAccounts found;

    Rehearsals(Jobs jobs, RehearsingAccounts rehearsing, RehearsedAccounts found) {
        this.jobs = jobs;
        this.rehearsing = rehearsing;
        this.found = found;
    }

    /** Asking again for the same, under the same id, shows the one that is there. */
    public JobStatus ask(String tenant, String id, RehearsalRequest request, String askedBy) {
        return jobs.ask(rehearsing, tenant, id, request, askedBy);
    }

    public Optional<JobStatus> find(String tenant, String id) {
        return jobs.find(tenant, id).filter(job -> job.job().equals(RehearsingAccounts.NAME));
    }

    /** The newest first. @param cursor what the page before gave; null for the first page */
    public Page<JobStatus> newest(String tenant, @Nullable String cursor, int limit) {
        return jobs.newest(tenant, rehearsing, cursor, limit);
    }

    /** Ends it after its present step. What it found so far stays as long as other rehearsals do. */
    public Optional<JobStatus> cancel(String tenant, String id, String askedBy) {
        return find(tenant, id).flatMap(job -> jobs.cancel(tenant, id, askedBy));
    }

    /**
     * The accounts for which the rules make a difference, as far as they are rehearsed: those who gain most first; of the
     * losers, those who lose most.
     *
     * @param verdict null for all
     * @param cursor what the page before gave; null for the first page
     */
    public Page<RehearsedAccount> accounts(
            String tenant, String id, @Nullable Verdict verdict, @Nullable String cursor, int limit) {
        return found.page(tenant, id, verdict, cursor, limit);
    }
}
