package io.guanxi.ticket.desk.domain;

import static io.guanxi.ticket.desk.domain.Desk.CUSTOMER;
import static io.guanxi.ticket.desk.domain.Desk.OPENED;
import static io.guanxi.ticket.desk.domain.Desk.TEXT;
import static io.guanxi.ticket.desk.domain.Desk.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.ticket.desk.domain.TicketCommand.Assign;
import io.guanxi.ticket.desk.domain.TicketCommand.CheckPromises;
import io.guanxi.ticket.desk.domain.TicketCommand.Close;
import io.guanxi.ticket.desk.domain.TicketCommand.PutOnHold;
import io.guanxi.ticket.desk.domain.TicketCommand.Reopen;
import io.guanxi.ticket.desk.domain.TicketCommand.Reply;
import io.guanxi.ticket.desk.domain.TicketCommand.Resolve;
import io.guanxi.ticket.desk.domain.TicketCommand.Resume;
import io.guanxi.ticket.desk.domain.TicketEvent.AgentReplied;
import io.guanxi.ticket.desk.domain.TicketEvent.Assigned;
import io.guanxi.ticket.desk.domain.TicketEvent.Cause;
import io.guanxi.ticket.desk.domain.TicketEvent.Closed;
import io.guanxi.ticket.desk.domain.TicketEvent.CustomerReplied;
import io.guanxi.ticket.desk.domain.TicketEvent.Held;
import io.guanxi.ticket.desk.domain.TicketEvent.NoteTaken;
import io.guanxi.ticket.desk.domain.TicketEvent.Reopened;
import io.guanxi.ticket.desk.domain.TicketEvent.Resolved;
import io.guanxi.ticket.desk.domain.TicketEvent.Resumed;
import io.guanxi.ticket.desk.domain.TicketRejection.ConversationIsFull;
import io.guanxi.ticket.desk.domain.TicketRejection.CustomersWriteInPublic;
import io.guanxi.ticket.desk.domain.TicketRejection.TicketIsClosed;
import io.guanxi.ticket.desk.domain.TicketRejection.TicketIsNotOnHold;
import io.guanxi.ticket.desk.domain.TicketRejection.TicketIsNotResolved;
import io.guanxi.ticket.desk.domain.TicketRejection.TicketIsOnHold;
import io.guanxi.ticket.desk.domain.TicketRejection.TicketIsResolved;
import io.guanxi.ticket.desk.domain.TicketRejection.TicketNotFound;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkingOnTicketTest {

    private static final Instant HALF_PAST_TEN = at("2026-11-20T10:30");
    private static final Instant ELEVEN = at("2026-11-20T11:00");
    private static final Duration SEVEN_AND_A_HALF = Duration.ofMinutes(450);

    private static final AgentReplied ANSWERED = new AgentReplied("answer", HALF_PAST_TEN, CUSTOMER, true, TEXT);
    private static final Held HELD = new Held("hold", HALF_PAST_TEN, CUSTOMER, "waiting-for-carrier", SEVEN_AND_A_HALF);
    private static final Resolved RESOLVED =
            new Resolved("resolve", HALF_PAST_TEN, CUSTOMER, "refunded", SEVEN_AND_A_HALF);
    private static final Closed CLOSED = new Closed("close", HALF_PAST_TEN, CUSTOMER);

    @Test
    void anAssignedTicketIsTakenUp() {
        Desk.ticket()
                .given(OPENED)
                .when(new Assign("assign", HALF_PAST_TEN, "li"))
                .then(new Assigned("assign", HALF_PAST_TEN, CUSTOMER, "li", null))
                .thenState(ticket -> assertThat(ticket.presentStatus()).isEqualTo(Status.OPEN))
                .thenOnlyOnce();
    }

    @Test
    void anotherAgentTakesOver() {
        Desk.ticket()
                .given(OPENED, new Assigned("first", HALF_PAST_TEN, CUSTOMER, "li", null))
                .when(new Assign("assign", ELEVEN, "zhao"))
                .then(new Assigned("assign", ELEVEN, CUSTOMER, "zhao", "li"));
    }

    @Test
    void assigningTheSameAgentChangesNothing() {
        Desk.ticket()
                .given(OPENED, new Assigned("first", HALF_PAST_TEN, CUSTOMER, "li", null))
                .when(new Assign("assign", HALF_PAST_TEN, "li"))
                .thenNothing();
    }

    @Test
    void thePublicAnswerOfAnAgentIsTheFirstResponse() {
        Desk.ticket()
                .given(OPENED)
                .when(agent("answer", Visibility.PUBLIC))
                .then(ANSWERED)
                .thenState(ticket -> {
                    assertThat(ticket.presentStatus()).isEqualTo(Status.OPEN);
                    assertThat(promise(ticket, PromiseKind.FIRST_RESPONSE).state())
                            .isEqualTo(Promise.State.MET);
                })
                .thenOnlyOnce();
    }

    @Test
    void theSecondAnswerIsNotTheFirstResponse() {
        Desk.ticket()
                .given(OPENED, ANSWERED)
                .when(agent("more", Visibility.PUBLIC))
                .then(new AgentReplied("more", HALF_PAST_TEN, CUSTOMER, false, TEXT));
    }

    @Test
    void anInternalNoteIsNoResponse() {
        Desk.ticket()
                .given(OPENED)
                .when(agent("note", Visibility.INTERNAL))
                .then(new NoteTaken("note", HALF_PAST_TEN, CUSTOMER, TEXT))
                .thenState(ticket -> {
                    assertThat(ticket.presentStatus()).isEqualTo(Status.NEW);
                    assertThat(promise(ticket, PromiseKind.FIRST_RESPONSE).state())
                            .isEqualTo(Promise.State.RUNNING);
                });
    }

    @Test
    void aCustomerWhoWritesChangesNoPromise() {
        Desk.ticket()
                .given(OPENED)
                .when(customer("more"))
                .then(customerReplied("more"))
                .thenOnlyOnce();
    }

    @Test
    void onHoldTheRestOfTheResolutionIsKept() {
        Desk.ticket()
                .given(OPENED)
                .when(new PutOnHold("hold", HALF_PAST_TEN, "waiting-for-carrier"))
                .then(HELD)
                .thenState(ticket -> {
                    assertThat(ticket.presentStatus()).isEqualTo(Status.ON_HOLD);
                    assertThat(promise(ticket, PromiseKind.RESOLUTION).state()).isEqualTo(Promise.State.PAUSED);
                    assertThat(promise(ticket, PromiseKind.FIRST_RESPONSE).state())
                            .isEqualTo(Promise.State.RUNNING);
                })
                .thenOnlyOnce();
    }

    @Test
    void theRestRunsFromTheResumption() {
        Desk.ticket()
                .given(OPENED, ANSWERED, HELD)
                .when(new Resume("resume", at("2026-11-27T17:00")))
                .then(new Resumed(
                        "resume",
                        at("2026-11-27T17:00"),
                        CUSTOMER,
                        Cause.AGENT,
                        new Due(at("2026-11-30T17:00"), "office-1")));
    }

    @Test
    void aCustomerWhoWritesResumesAHeldTicket() {
        Desk.ticket()
                .given(OPENED, HELD)
                .when(customer("more"))
                .then(
                        customerReplied("more"),
                        new Resumed(
                                "more",
                                HALF_PAST_TEN,
                                CUSTOMER,
                                Cause.CUSTOMER_REPLIED,
                                new Due(at("2026-11-23T10:30"), "office-1")))
                .thenOnlyOnce();
    }

    @Test
    void aResolutionKeepsBothPromises() {
        Desk.ticket()
                .given(OPENED)
                .when(new Resolve("resolve", HALF_PAST_TEN, "refunded"))
                .then(RESOLVED)
                .thenState(ticket -> assertThat(ticket.promises().made())
                        .extracting(Promise::state)
                        .containsOnly(Promise.State.MET))
                .thenOnlyOnce();
    }

    @Test
    void aHeldTicketCanBeResolved() {
        Desk.ticket()
                .given(OPENED, HELD)
                .when(new Resolve("resolve", at("2026-11-20T10:45"), "refunded"))
                .then(new Resolved("resolve", at("2026-11-20T10:45"), CUSTOMER, "refunded", SEVEN_AND_A_HALF));
    }

    @Test
    void aReopenedTicketGoesOnWithTheRestOfItsTime() {
        Desk.ticket()
                .given(OPENED, RESOLVED)
                .when(new Reopen("reopen", at("2026-11-25T09:00"), "parcel-still-missing"))
                .then(new Reopened(
                        "reopen",
                        at("2026-11-25T09:00"),
                        CUSTOMER,
                        Cause.AGENT,
                        "parcel-still-missing",
                        new Due(at("2026-11-25T18:00"), "office-1")))
                .thenState(ticket -> assertThat(ticket.presentStatus()).isEqualTo(Status.OPEN))
                .thenOnlyOnce();
    }

    @Test
    void aReopenedTicketHasAtLeastTheTimeThatThatNeeds() {
        Resolved lastMinute =
                new Resolved("resolve", at("2026-11-23T10:29"), CUSTOMER, "refunded", Duration.ofMinutes(1));

        Desk.ticket()
                .given(OPENED, ANSWERED, lastMinute)
                .when(customer("more", at("2026-11-24T09:00")))
                .then(
                        new CustomerReplied("more", at("2026-11-24T09:00"), CUSTOMER, TEXT),
                        new Reopened(
                                "more",
                                at("2026-11-24T09:00"),
                                CUSTOMER,
                                Cause.CUSTOMER_REPLIED,
                                null,
                                new Due(at("2026-11-24T11:00"), "office-1")));
    }

    @Test
    void aResolvedTicketIsClosed() {
        Desk.ticket()
                .given(OPENED, RESOLVED)
                .when(new Close("close", HALF_PAST_TEN))
                .then(CLOSED)
                .thenState(ticket -> assertThat(ticket.presentStatus()).isEqualTo(Status.CLOSED))
                .thenOnlyOnce();
    }

    @Test
    void aConversationHasAnEnd() {
        List<TicketEvent> full = new ArrayList<>(List.of(OPENED));
        for (int i = 1; i < Ticket.MOST_ENTRIES; i++) {
            full.add(customerReplied("c" + i));
        }

        Desk.ticket()
                .given(full.subList(0, full.size() - 1))
                .when(customer("last"))
                .then(customerReplied("last"));
        Desk.ticket().given(full).when(customer("more")).thenRefused(new ConversationIsFull());
        Desk.ticket()
                .given(full)
                .when(new Resolve("c", HALF_PAST_TEN, "refunded"))
                .then(new Resolved("c", HALF_PAST_TEN, CUSTOMER, "refunded", SEVEN_AND_A_HALF));
    }

    @Test
    void aCommandIsRememberedForLongerThanARetryTakes() {
        List<TicketEvent> busy = new ArrayList<>(List.of(OPENED));
        for (int i = 1; i < Ticket.REMEMBERED_COMMANDS; i++) {
            busy.add(customerReplied("c" + i));
        }

        Desk.ticket().given(busy).when(customer("c1")).thenNothing();
        Desk.ticket().given(busy).thenState(ticket -> assertThat(ticket.done()).hasSize(Ticket.REMEMBERED_COMMANDS));
    }

    @Test
    void aTicketIsAsOldAsItsLatestEventWhenAClockGoesBack() {
        Desk.ticket()
                .given(OPENED, HELD)
                .when(new Resume("resume", HALF_PAST_TEN.minusSeconds(3_600)))
                .thenEvents(events -> assertThat(events.getFirst().at()).isEqualTo(HALF_PAST_TEN));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void whatTheStateDoesNotAllowIsRefused(Refusal refusal) {
        Desk.ticket().given(refusal.given()).when(refusal.command()).thenRefused(refusal.reason());
    }

    static Stream<Refusal> refusals() {
        Assign assign = new Assign("c", HALF_PAST_TEN, "li");
        PutOnHold hold = new PutOnHold("c", HALF_PAST_TEN, "waiting-for-carrier");
        Resume resume = new Resume("c", HALF_PAST_TEN);
        Resolve resolve = new Resolve("c", HALF_PAST_TEN, "refunded");
        Reopen reopen = new Reopen("c", HALF_PAST_TEN, "parcel-still-missing");
        Close close = new Close("c", HALF_PAST_TEN);
        Reply answer = agent("c", Visibility.PUBLIC);
        List<TicketCommand> all = List.of(assign, hold, resume, resolve, reopen, close, answer, customer("c"));
        List<TicketEvent> nothing = List.of();
        List<TicketEvent> opened = List.of(OPENED);
        List<TicketEvent> taken = List.of(OPENED, ANSWERED);
        List<TicketEvent> held = List.of(OPENED, HELD);
        List<TicketEvent> resolved = List.of(OPENED, RESOLVED);
        List<TicketEvent> closed = List.of(OPENED, RESOLVED, CLOSED);
        return Stream.of(
                        all.stream().map(command -> new Refusal(nothing, command, new TicketNotFound())),
                        Stream.of(new Refusal(nothing, new CheckPromises("c", HALF_PAST_TEN), new TicketNotFound())),
                        all.stream().map(command -> new Refusal(closed, command, new TicketIsClosed())),
                        Stream.of(assign, hold, resolve)
                                .map(command -> new Refusal(resolved, command, new TicketIsResolved())),
                        Stream.of(
                                new Refusal(held, hold, new TicketIsOnHold()),
                                new Refusal(opened, resume, new TicketIsNotOnHold(Status.NEW)),
                                new Refusal(taken, resume, new TicketIsNotOnHold(Status.OPEN)),
                                new Refusal(resolved, resume, new TicketIsNotOnHold(Status.RESOLVED)),
                                new Refusal(opened, close, new TicketIsNotResolved(Status.NEW)),
                                new Refusal(taken, reopen, new TicketIsNotResolved(Status.OPEN)),
                                new Refusal(held, close, new TicketIsNotResolved(Status.ON_HOLD)),
                                new Refusal(
                                        opened,
                                        new Reply("c", HALF_PAST_TEN, Author.CUSTOMER, Visibility.INTERNAL, TEXT),
                                        new CustomersWriteInPublic())))
                .flatMap(refusals -> refusals);
    }

    record Refusal(List<TicketEvent> given, TicketCommand command, TicketRejection reason) {
        @Override
        public String toString() {
            String before =
                    given.isEmpty() ? "nothing" : given.getLast().getClass().getSimpleName();
            return command.getClass().getSimpleName() + " after " + before + ": " + reason.code();
        }
    }

    private static Reply agent(String id, Visibility visibility) {
        return new Reply(id, HALF_PAST_TEN, Author.AGENT, visibility, TEXT);
    }

    private static Reply customer(String id) {
        return customer(id, HALF_PAST_TEN);
    }

    private static Reply customer(String id, Instant at) {
        return new Reply(id, at, Author.CUSTOMER, Visibility.PUBLIC, TEXT);
    }

    private static CustomerReplied customerReplied(String id) {
        return new CustomerReplied(id, HALF_PAST_TEN, CUSTOMER, TEXT);
    }

    private static Promise promise(Ticket ticket, PromiseKind kind) {
        return ticket.promises().of(kind).orElseThrow();
    }
}
