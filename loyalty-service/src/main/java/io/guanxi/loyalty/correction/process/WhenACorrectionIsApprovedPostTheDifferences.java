package io.guanxi.loyalty.correction.process;

import io.guanxi.eventing.follow.Work;
import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.loyalty.correction.job.PostingAsked;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.CorrectionApproved;
import io.guanxi.web.RequestRefused;
import java.util.List;

/**
 * Asks for the posting under the correction's own id, so that it is asked for once. Where that id stands for another run, which
 * it can when a caller uses an {@code Idempotency-Key} again after weeks, it is asked for under one that follows from it.
 */
final class WhenACorrectionIsApprovedPostTheDifferences implements Work {

    private static final String OTHER_ID = "-posting";

    private final Asking postings;

    /** Asks {@link io.guanxi.loyalty.correction.job.Postings}, which refuses an id that stands for something else. */
    @FunctionalInterface
    interface Asking {
        void ask(String tenant, String id, PostingAsked asked, String askedBy);
    }

    WhenACorrectionIsApprovedPostTheDifferences(Asking postings) {
        this.postings = postings;
    }

    @Override
    public String name() {
        return "corrections";
    }

    @Override
    public void apply(List<RecordedEvent> events) {
        for (RecordedEvent event : events) {
            if (event.payload() instanceof CorrectionApproved approved) {
                ask(event.tenant(), approved);
            }
        }
    }

    private void ask(String tenant, CorrectionApproved approved) {
        String id = approved.correction();
        PostingAsked asked = new PostingAsked(id, approved.version(), approved.usedFrom());
        try {
            postings.ask(tenant, id, asked, approved.by());
        } catch (RequestRefused taken) {
            postings.ask(tenant, id + OTHER_ID, asked, approved.by());
        }
    }
}
