package io.guanxi.ticket.desk.view;

import static io.guanxi.ticket.desk.domain.Desk.CUSTOMER;
import static io.guanxi.ticket.desk.domain.Desk.OPENED;
import static io.guanxi.ticket.desk.domain.Desk.TEXT;
import static io.guanxi.ticket.desk.domain.Desk.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.ticket.desk.domain.TicketEvent;
import io.guanxi.ticket.desk.domain.TicketEvent.AgentReplied;
import io.guanxi.ticket.desk.domain.TicketEvent.CustomerReplied;
import io.guanxi.ticket.desk.domain.TicketEvent.NoteTaken;
import io.guanxi.ticket.desk.domain.TicketEvent.Resolved;
import io.guanxi.ticket.desk.view.ticketdetails.TicketDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TellingTheFirstResponseTest {

    private static final Instant FIRST = at("2026-11-20T10:30");
    private static final Instant SECOND = at("2026-11-20T10:45");
    private static final Duration LEFT = Duration.ofHours(7);

    @Test
    void theFirstAnswerOfAnAgentIsTheFirstResponse() {
        assertThat(firstResponse(
                        OPENED,
                        new AgentReplied("a", FIRST, CUSTOMER, true, TEXT),
                        new AgentReplied("b", SECOND, CUSTOMER, false, TEXT)))
                .isEqualTo(FIRST);
    }

    @Test
    void aResolutionWithoutAnAnswerIsTheFirstResponseAsThePromiseSays() {
        assertThat(firstResponse(
                        OPENED,
                        new Resolved("a", FIRST, CUSTOMER, "answered-by-phone", LEFT),
                        new AgentReplied("b", SECOND, CUSTOMER, false, TEXT)))
                .isEqualTo(FIRST);
    }

    @Test
    void aResolutionAfterAnAnswerIsNot() {
        assertThat(firstResponse(
                        OPENED,
                        new AgentReplied("a", FIRST, CUSTOMER, true, TEXT),
                        new Resolved("b", SECOND, CUSTOMER, "answered", LEFT)))
                .isEqualTo(FIRST);
    }

    @Test
    void notesAndWhatTheCustomerWritesAreNoResponse() {
        assertThat(firstResponse(
                        OPENED,
                        new NoteTaken("a", FIRST, CUSTOMER, TEXT),
                        new CustomerReplied("b", SECOND, CUSTOMER, TEXT)))
                .isNull();
    }

    private static @Nullable Instant firstResponse(TicketEvent... events) {
        TicketDetails details = (TicketDetails) ViewFixtures.details(List.of(events));
        assertThat(details).isNotNull();
        return details.standing().firstRespondedAt();
    }
}
