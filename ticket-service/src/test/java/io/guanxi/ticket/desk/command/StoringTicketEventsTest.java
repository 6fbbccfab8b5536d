package io.guanxi.ticket.desk.command;

import static io.guanxi.ticket.desk.domain.Desk.CUSTOMER;
import static io.guanxi.ticket.desk.domain.Desk.OPENED;
import static io.guanxi.ticket.desk.domain.Desk.TEXT;
import static io.guanxi.ticket.desk.domain.Desk.at;

import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.test.EventJson;
import io.guanxi.ticket.desk.domain.Due;
import io.guanxi.ticket.desk.domain.PromiseKind;
import io.guanxi.ticket.desk.domain.TicketEvent;
import io.guanxi.ticket.desk.domain.TicketEvent.AgentReplied;
import io.guanxi.ticket.desk.domain.TicketEvent.Assigned;
import io.guanxi.ticket.desk.domain.TicketEvent.Cause;
import io.guanxi.ticket.desk.domain.TicketEvent.Closed;
import io.guanxi.ticket.desk.domain.TicketEvent.CustomerReplied;
import io.guanxi.ticket.desk.domain.TicketEvent.Held;
import io.guanxi.ticket.desk.domain.TicketEvent.NoteTaken;
import io.guanxi.ticket.desk.domain.TicketEvent.Opened;
import io.guanxi.ticket.desk.domain.TicketEvent.Reopened;
import io.guanxi.ticket.desk.domain.TicketEvent.Resolved;
import io.guanxi.ticket.desk.domain.TicketEvent.Resumed;
import io.guanxi.ticket.desk.domain.TicketEvent.SlaBreached;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class StoringTicketEventsTest {

    private static final EventCatalogue CATALOGUE = TicketEvents.eventCatalogue();
    private static final Instant NOW = at("2026-11-20T10:30").plusNanos(123_456_789);
    private static final Due DUE = new Due(at("2026-11-23T10:30"), "office-1");
    private static final Duration LEFT = Duration.ofMinutes(450);

    @TestFactory
    Stream<DynamicTest> everyEventKeepsItsJson() {
        return EventJson.of(
                        TicketEvent.class,
                        CATALOGUE::toJson,
                        (json, type) -> type.cast(CATALOGUE.fromJson(CATALOGUE.nameOf(type), json)))
                .sample(OPENED, openedByNobodyKnown())
                .sample(new Assigned("c", NOW, CUSTOMER, "li", "zhao"), new Assigned("c", NOW, null, "li", null))
                .sample(new AgentReplied("c", NOW, CUSTOMER, true, TEXT), new AgentReplied("c", NOW, null, false, TEXT))
                .sample(new NoteTaken("c", NOW, CUSTOMER, TEXT), new NoteTaken("c", NOW, null, TEXT))
                .sample(new CustomerReplied("c", NOW, CUSTOMER, TEXT), new CustomerReplied("c", NOW, null, TEXT))
                .sample(new Held("c", NOW, CUSTOMER, "waiting-for-carrier", LEFT), new Held("c", NOW, null, "x", null))
                .sample(
                        new Resumed("c", NOW, CUSTOMER, Cause.CUSTOMER_REPLIED, DUE),
                        new Resumed("c", NOW, null, Cause.AGENT, null))
                .sample(new Resolved("c", NOW, CUSTOMER, "refunded", LEFT), new Resolved("c", NOW, null, "x", null))
                .sample(
                        new Reopened("c", NOW, CUSTOMER, Cause.AGENT, "parcel-still-missing", DUE),
                        new Reopened("c", NOW, null, Cause.CUSTOMER_REPLIED, null, null))
                .sample(new Closed("c", NOW, CUSTOMER), new Closed("c", NOW, null))
                .sample(
                        new SlaBreached(NOW, CUSTOMER, PromiseKind.RESOLUTION, DUE.at()),
                        new SlaBreached(NOW, null, PromiseKind.FIRST_RESPONSE, DUE.at()))
                .tests();
    }

    private static Opened openedByNobodyKnown() {
        return new Opened(
                "c",
                NOW,
                OPENED.ticket(),
                null,
                OPENED.channel(),
                OPENED.kind(),
                OPENED.priority(),
                OPENED.subject(),
                OPENED.text(),
                OPENED.serviceLevel(),
                OPENED.firstResponseWithin(),
                OPENED.firstResponse(),
                OPENED.resolutionWithin(),
                OPENED.resolution());
    }
}
