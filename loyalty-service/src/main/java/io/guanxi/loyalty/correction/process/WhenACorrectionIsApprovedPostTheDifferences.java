package io.guanxi.loyalty.correction.process;

import io.guanxi.eventing.follow.Work;
import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.loyalty.correction.job.PostingAsked;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.CorrectionApproved;
import java.util.List;

/** Asks for the posting under the correction's own id, so that it is asked for once. */
final class WhenACorrectionIsApprovedPostTheDifferences implements Work {

    private final Asking postings;

    /** Asks {@link io.guanxi.loyalty.correction.job.Postings}. */
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
                postings.ask(
                        event.tenant(),
                        approved.correction(),
                        new PostingAsked(approved.correction(), approved.version(), approved.usedFrom()),
                        approved.by());
            }
        }
    }
}
