package io.guanxi.ticket.desk.view;

import static io.guanxi.ticket.desk.domain.Desk.CUSTOMER;
import static io.guanxi.ticket.desk.domain.Desk.OPENED;
import static io.guanxi.ticket.desk.domain.Desk.TEXT;
import static io.guanxi.ticket.desk.domain.Desk.TICKET;
import static io.guanxi.ticket.desk.domain.Desk.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.ticket.desk.domain.Due;
import io.guanxi.ticket.desk.domain.PromiseKind;
import io.guanxi.ticket.desk.domain.TicketEvent;
import io.guanxi.ticket.desk.domain.TicketEvent.AgentReplied;
import io.guanxi.ticket.desk.domain.TicketEvent.Cause;
import io.guanxi.ticket.desk.domain.TicketEvent.Held;
import io.guanxi.ticket.desk.domain.TicketEvent.Reopened;
import io.guanxi.ticket.desk.domain.TicketEvent.Resolved;
import io.guanxi.ticket.desk.domain.TicketEvent.Resumed;
import io.guanxi.ticket.desk.domain.TicketEvent.SlaBreached;
import io.guanxi.ticket.desk.view.promisesdue.PromiseDue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FindingPromisesDueTest {

    private static final Instant NOW = at("2026-11-20T10:30");
    private static final Instant RESPONSE_DUE = OPENED.firstResponse().at();
    private static final Instant RESOLUTION_DUE = OPENED.resolution().at();
    private static final Due LATER = new Due(at("2026-12-01T12:00"), "office-1");
    private static final TicketEvent ANSWERED = new AgentReplied("c", NOW, CUSTOMER, true, TEXT);
    private static final TicketEvent HELD = new Held("c", NOW, CUSTOMER, "waiting", Duration.ofHours(7));
    private static final TicketEvent RESOLVED = new Resolved("c", NOW, CUSTOMER, "done", Duration.ofHours(7));

    @Test
    void theEarlierPromiseComesFirst() {
        assertThat(after(OPENED)).isEqualTo(new PromiseDue(TICKET, "acme", RESPONSE_DUE, RESPONSE_DUE, RESOLUTION_DUE));
    }

    @Test
    void afterTheAnswerTheResolutionIsNext() {
        assertThat(after(OPENED, ANSWERED))
                .isEqualTo(new PromiseDue(TICKET, "acme", RESOLUTION_DUE, null, RESOLUTION_DUE));
    }

    @Test
    void aHeldTicketOwesAnAnswerOnly() {
        assertThat(after(OPENED, HELD)).isEqualTo(new PromiseDue(TICKET, "acme", RESPONSE_DUE, RESPONSE_DUE, null));
        assertThat(after(OPENED, ANSWERED, HELD)).isNull();
    }

    @Test
    void aResumedTicketIsDueAnew() {
        assertThat(after(OPENED, ANSWERED, HELD, new Resumed("d", NOW, CUSTOMER, Cause.AGENT, LATER)))
                .isEqualTo(new PromiseDue(TICKET, "acme", LATER.at(), null, LATER.at()));
    }

    @Test
    void aResolvedTicketIsNotDueUntilItIsReopened() {
        assertThat(after(OPENED, RESOLVED)).isNull();
        assertThat(after(OPENED, RESOLVED, new Reopened("d", NOW, CUSTOMER, Cause.AGENT, "not-done", LATER)))
                .isEqualTo(new PromiseDue(TICKET, "acme", LATER.at(), null, LATER.at()));
    }

    @Test
    void aBrokenPromiseIsNotLookedForAgain() {
        TicketEvent response = new SlaBreached(LATER.at(), CUSTOMER, PromiseKind.FIRST_RESPONSE, RESPONSE_DUE);
        TicketEvent resolution = new SlaBreached(LATER.at(), CUSTOMER, PromiseKind.RESOLUTION, RESOLUTION_DUE);

        assertThat(after(OPENED, response))
                .isEqualTo(new PromiseDue(TICKET, "acme", RESOLUTION_DUE, null, RESOLUTION_DUE));
        assertThat(after(OPENED, response, resolution)).isNull();
    }

    private static @Nullable Object after(TicketEvent... events) {
        return ViewFixtures.promisesDue(List.of(events));
    }
}
