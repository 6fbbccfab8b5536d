package io.guanxi.ticket.desk.domain;

import static io.guanxi.ticket.desk.domain.Desk.CUSTOMER;
import static io.guanxi.ticket.desk.domain.Desk.FRIDAY_TEN;
import static io.guanxi.ticket.desk.domain.Desk.OPENED;
import static io.guanxi.ticket.desk.domain.Desk.SUBJECT;
import static io.guanxi.ticket.desk.domain.Desk.TEXT;
import static io.guanxi.ticket.desk.domain.Desk.TICKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.guanxi.ticket.desk.domain.TicketCommand.Open;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpeningTicketTest {

    private static final Open OPEN = new Open(
            "open", FRIDAY_TEN, TICKET, CUSTOMER, Channel.EMAIL, TicketKind.COMPLAINT, Priority.HIGH, SUBJECT, TEXT);

    @Test
    void aNewTicketPromisesTimesByTheCalendarAndLevelInForce() {
        Desk.ticket()
                .given()
                .when(OPEN)
                .then(OPENED)
                .thenState(ticket -> assertThat(ticket.presentStatus()).isEqualTo(Status.NEW))
                .thenOnlyOnce();
    }

    @Test
    void theSameRequestAgainOpensNoSecondTicket() {
        Desk.ticket().given(OPENED).when(OPEN).thenNothing();
    }

    @Test
    void anotherRequestForTheSameIdIsRefused() {
        Open other = new Open(
                "other", FRIDAY_TEN, TICKET, null, Channel.CHAT, TicketKind.QUESTION, Priority.LOW, SUBJECT, TEXT);

        Desk.ticket().given(OPENED).when(other).thenRefused(new TicketRejection.TicketAlreadyOpened());
    }

    @Test
    void aTargetForEveryPriorityIsNeeded() {
        Targets targets = new Targets(Duration.ofHours(1), Duration.ofHours(2));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServiceLevel("gap", Map.of(Priority.LOW, targets), Duration.ofHours(1)))
                .withMessageContaining("URGENT");
    }

    @Test
    void targetsThatMakeNoSenseAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Targets(Duration.ZERO, Duration.ofHours(2)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Targets(Duration.ofHours(3), Duration.ofHours(2)));
    }

    @Test
    void twoCalendarsOfOneVersionAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServiceTerms(
                        Desk.officeHours("office-1"), List.of(Desk.officeHours("office-1")), Desk.level("level-1")))
                .withMessageContaining("office-1 twice");
    }

    @Test
    void wordsOfAPersonAreNotPrinted() {
        assertThat(OPENED.toString()).doesNotContain("Wang").doesNotContain("parcel");
    }
}
