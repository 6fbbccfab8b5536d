package io.guanxi.eventing.job;

import io.guanxi.web.Page;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The jobs of this service. All methods let the driver's exceptions through when the store cannot be reached. */
public interface Jobs {

    /**
     * Asks for a job. Asking again for the same, under the same id, shows the one that is there.
     *
     * @param id unique in the tenant for as long as the job is kept, {@code [A-Za-z0-9._-]{1,100}}
     * @throws io.guanxi.web.RequestRefused if the id stands for something else
     */
    <P> JobStatus ask(Job<P, ?> job, String tenant, String id, P parameters, String askedBy);

    Optional<JobStatus> find(String tenant, String id);

    /**
     * Those of a tenant, the newest first.
     *
     * @param job of this kind only; null for all
     * @param cursor what the page before gave; null for the first page
     * @throws io.guanxi.web.RequestRefused if the cursor is not one of this list
     */
    Page<JobStatus> newest(String tenant, @Nullable Job<?, ?> job, @Nullable String cursor, int limit);

    /**
     * Ends a job: at once if nobody is at it, else after its present step, unless that was the last. Asking again, or for one
     * that has ended, changes nothing.
     *
     * @return how it is now; empty if there is none
     */
    Optional<JobStatus> cancel(String tenant, String id, String askedBy);
}
