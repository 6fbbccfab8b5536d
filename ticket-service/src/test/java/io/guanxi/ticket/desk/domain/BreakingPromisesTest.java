package io.guanxi.ticket.desk.domain;

import static io.guanxi.ticket.desk.domain.Desk.CUSTOMER;
import static io.guanxi.ticket.desk.domain.Desk.OPENED;
import static io.guanxi.ticket.desk.domain.Desk.TEXT;
import static io.guanxi.ticket.desk.domain.Desk.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.ticket.desk.domain.TicketCommand.CheckPromises;
import io.guanxi.ticket.desk.domain.TicketCommand.PutOnHold;
import io.guanxi.ticket.desk.domain.TicketCommand.Reply;
import io.guanxi.ticket.desk.domain.TicketCommand.Resume;
import io.guanxi.ticket.desk.domain.TicketEvent.AgentReplied;
import io.guanxi.ticket.desk.domain.TicketEvent.Closed;
import io.guanxi.ticket.desk.domain.TicketEvent.Held;
import io.guanxi.ticket.desk.domain.TicketEvent.Resolved;
import io.guanxi.ticket.desk.domain.TicketEvent.Resumed;
import io.guanxi.ticket.desk.domain.TicketEvent.SlaBreached;
import io.guanxi.ticket.desk.domain.calendar.RandomCalendars;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class BreakingPromisesTest {

    private static final Instant RESPONSE_DUE = at("2026-11-20T11:00");
    private static final Instant RESOLUTION_DUE = at("2026-11-23T10:30");
    private static final Instant LATER = at("2026-12-24T12:00");
    private static final AgentReplied ANSWERED =
            new AgentReplied("answer", at("2026-11-20T10:30"), CUSTOMER, true, TEXT);

    @Test
    void nothingIsBrokenAtTheDueInstant() {
        Desk.ticket().given(OPENED).when(new CheckPromises("c", RESPONSE_DUE)).thenNothing();
    }

    @Test
    void aNanosecondLaterThePromiseIsBroken() {
        Desk.ticket()
                .given(OPENED)
                .when(new CheckPromises("c", RESPONSE_DUE.plusNanos(1)))
                .then(new SlaBreached(RESPONSE_DUE.plusNanos(1), CUSTOMER, PromiseKind.FIRST_RESPONSE, RESPONSE_DUE))
                .thenOnlyOnce();
    }

    @Test
    void aSecondCheckFindsNothingMore() {
        SlaBreached response = new SlaBreached(LATER, CUSTOMER, PromiseKind.FIRST_RESPONSE, RESPONSE_DUE);
        SlaBreached resolution = new SlaBreached(LATER, CUSTOMER, PromiseKind.RESOLUTION, RESOLUTION_DUE);

        Desk.ticket().given(OPENED).when(new CheckPromises("c", LATER)).then(response, resolution);
        Desk.ticket()
                .given(OPENED, response, resolution)
                .when(new CheckPromises("d", LATER.plusSeconds(1)))
                .thenNothing();
    }

    @Test
    void anAnswerAMicrosecondBeforeIsInTime() {
        Instant justInTime = RESPONSE_DUE.minus(1, ChronoUnit.MICROS);
        AgentReplied answered = new AgentReplied("answer", justInTime, CUSTOMER, true, TEXT);

        Desk.ticket().given(OPENED).when(answer(justInTime)).then(answered);
        Desk.ticket()
                .given(OPENED, answered)
                .when(new CheckPromises("c", RESPONSE_DUE.plusSeconds(1)))
                .thenNothing();
    }

    @Test
    void aLateAnswerIsLateThoughNobodyLookedBetween() {
        Instant late = RESPONSE_DUE.plus(1, ChronoUnit.MICROS);

        Desk.ticket()
                .given(OPENED)
                .when(answer(late))
                .then(
                        new SlaBreached(late, CUSTOMER, PromiseKind.FIRST_RESPONSE, RESPONSE_DUE),
                        new AgentReplied("answer", late, CUSTOMER, true, TEXT))
                .thenState(ticket -> {
                    Promise response =
                            ticket.promises().of(PromiseKind.FIRST_RESPONSE).orElseThrow();
                    assertThat(response.state()).isEqualTo(Promise.State.MISSED);
                    assertThat(response.keptAt()).isEqualTo(late);
                });
    }

    @Test
    void aHeldTicketDoesNotBreakItsResolution() {
        Held held = new Held("hold", at("2026-11-20T17:00"), CUSTOMER, "waiting-for-carrier", Duration.ofMinutes(150));

        Desk.ticket()
                .given(OPENED, ANSWERED, held)
                .when(new CheckPromises("c", LATER))
                .thenNothing();
    }

    @Test
    void aHeldTicketStillOwesItsFirstResponse() {
        Held held = new Held("hold", at("2026-11-20T10:30"), CUSTOMER, "waiting-for-carrier", Duration.ofMinutes(450));

        Desk.ticket()
                .given(OPENED, held)
                .when(new CheckPromises("c", LATER))
                .then(new SlaBreached(LATER, CUSTOMER, PromiseKind.FIRST_RESPONSE, RESPONSE_DUE));
    }

    @Test
    void aHoldThatComesTooLateKeepsNothing() {
        Desk.ticket()
                .given(OPENED, ANSWERED)
                .when(new PutOnHold("hold", LATER, "waiting-for-carrier"))
                .then(
                        new SlaBreached(LATER, CUSTOMER, PromiseKind.RESOLUTION, RESOLUTION_DUE),
                        new Held("hold", LATER, CUSTOMER, "waiting-for-carrier", null));
    }

    @Test
    void resumingWithABrokenPromisePromisesNothingNew() {
        SlaBreached breached = new SlaBreached(LATER, CUSTOMER, PromiseKind.RESOLUTION, RESOLUTION_DUE);
        Held held = new Held("hold", LATER, CUSTOMER, "waiting-for-carrier", null);

        Desk.ticket()
                .given(OPENED, ANSWERED, breached, held)
                .when(new Resume("resume", LATER))
                .then(new Resumed("resume", LATER, CUSTOMER, TicketEvent.Cause.AGENT, null));
    }

    @Test
    void aPromiseThatWasBrokenIsNotBrokenAgainAfterReopening() {
        SlaBreached breached = new SlaBreached(LATER, CUSTOMER, PromiseKind.RESOLUTION, RESOLUTION_DUE);
        Resolved resolved = new Resolved("resolve", LATER, CUSTOMER, "refunded", null);
        TicketEvent reopened =
                new TicketEvent.Reopened("reopen", LATER, CUSTOMER, TicketEvent.Cause.AGENT, "not-refunded", null);

        Desk.ticket()
                .given(OPENED, ANSWERED, breached, resolved, reopened)
                .when(new CheckPromises("c", LATER.plus(Duration.ofDays(365))))
                .thenNothing();
    }

    @Test
    void aClosedTicketBreaksNoPromise() {
        Resolved resolved =
                new Resolved("resolve", at("2026-11-20T10:30"), CUSTOMER, "refunded", Duration.ofMinutes(450));
        Closed closed = new Closed("close", at("2026-11-20T10:31"), CUSTOMER);

        Desk.ticket()
                .given(OPENED, resolved, closed)
                .when(new CheckPromises("c", LATER))
                .thenNothing();
    }

    @Test
    void aClockBehindDoesNotTakeBackWhatIsKnown() {
        SlaBreached breached = new SlaBreached(LATER, CUSTOMER, PromiseKind.FIRST_RESPONSE, RESPONSE_DUE);

        Desk.ticket()
                .given(OPENED, breached)
                .when(new CheckPromises("c", RESPONSE_DUE))
                .then(new SlaBreached(LATER, CUSTOMER, PromiseKind.RESOLUTION, RESOLUTION_DUE));
    }

    @Test
    void whatWasPromisedByAnEarlierCalendarIsCountedByIt() {
        ServiceTerms always = new ServiceTerms(
                RandomCalendars.alwaysOpen("always-1", Desk.ZONE),
                List.of(Desk.officeHours("office-1")),
                Desk.level("level-2"));
        Instant friday = at("2026-11-20T17:00");
        Held held = new Held("hold", friday, CUSTOMER, "waiting-for-carrier", Duration.ofMinutes(150));

        Desk.ticket(always)
                .given(OPENED, ANSWERED)
                .when(new PutOnHold("hold", friday, "waiting-for-carrier"))
                .then(held);
        Desk.ticket(always)
                .given(OPENED, ANSWERED, held)
                .when(new Resume("resume", friday))
                .then(new Resumed(
                        "resume",
                        friday,
                        CUSTOMER,
                        TicketEvent.Cause.AGENT,
                        new Due(at("2026-11-20T19:30"), "always-1")));
    }

    private static Reply answer(Instant at) {
        return new Reply("answer", at, Author.AGENT, Visibility.PUBLIC, TEXT);
    }
}
