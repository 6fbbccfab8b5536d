package io.guanxi.loyalty.correction.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.loyalty.liability.RecordedEntries;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.CorrectionApproved;
import io.guanxi.web.RequestRefused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AskingForThePostingTest {

    private static final String AT = "2026-11-22T08:00:00Z";
    private static final RecordedEvent APPROVED = RecordedEntries.event(
            0, new CorrectionApproved("command", Instant.parse(AT), "wu", "c-1", 3, Instant.parse(AT)), AT, AT);

    @Test
    void aPostingHasItsCorrectionsId() {
        var asked = new ArrayList<String>();
        new WhenACorrectionIsApprovedPostTheDifferences((tenant, id, posting, by) -> asked.add(id))
                .apply(List.of(APPROVED));
        assertThat(asked).containsExactly("c-1");
    }

    @Test
    void anIdThatStandsForAnotherRunHoldsNothingUp() {
        var asked = new ArrayList<String>();
        new WhenACorrectionIsApprovedPostTheDifferences((tenant, id, posting, by) -> {
                    if (id.equals("c-1")) {
                        throw RequestRefused.parameter("id", "stands for a rehearsal");
                    }
                    asked.add(id + " for " + posting.correction());
                })
                .apply(List.of(APPROVED));
        assertThat(asked).containsExactly("c-1-posting for c-1");
    }
}
