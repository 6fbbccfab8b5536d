package io.guanxi.loyalty.correction.job;

import io.guanxi.eventing.job.JobStatus;
import io.guanxi.eventing.job.Jobs;
import io.guanxi.web.Page;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The postings of corrections. All methods let the driver's exceptions through when the store cannot be reached.
 *
 * <p>The first posting of a correction has the correction's id, or, if that stands for another run, that with {@code -posting}
 * at its end; one that is started again has another.
 */
@Component
public class Postings {

    private final Jobs jobs;
    private final PostingDifferences posting;

    Postings(Jobs jobs, PostingDifferences posting) {
        this.jobs = jobs;
        this.posting = posting;
    }

    /** Asking again under the same id shows the one that is there. */
    public JobStatus ask(String tenant, String id, PostingAsked asked, String askedBy) {
        return jobs.ask(posting, tenant, id, asked, askedBy);
    }

    /** Empty if there is no such posting. */
    public Optional<JobStatus> find(String tenant, String id) {
        return jobs.find(tenant, id).filter(job -> job.job().equals(posting.name()));
    }

    /** The newest first. */
    public Page<JobStatus> newest(String tenant, @Nullable String cursor, int limit) {
        return jobs.newest(tenant, posting, cursor, limit);
    }

    /** It ends after its present step; what is posted stays. */
    public Optional<JobStatus> cancel(String tenant, String id, String askedBy) {
        return find(tenant, id).flatMap(job -> jobs.cancel(tenant, id, askedBy));
    }
}
