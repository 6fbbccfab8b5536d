package io.guanxi.ticket.desk.messaging;

import static io.guanxi.ticket.desk.domain.Desk.CUSTOMER;
import static io.guanxi.ticket.desk.domain.Desk.OPENED;
import static io.guanxi.ticket.desk.domain.Desk.TEXT;
import static io.guanxi.ticket.desk.domain.Desk.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.SchemaCatalogue;
import io.guanxi.contracts.Topics;
import io.guanxi.eventing.publish.EventingJson;
import io.guanxi.eventing.relay.OutgoingEvent;
import io.guanxi.ticket.desk.Recorded;
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
import io.guanxi.ticket.desk.domain.TicketEvent.Reopened;
import io.guanxi.ticket.desk.domain.TicketEvent.Resolved;
import io.guanxi.ticket.desk.domain.TicketEvent.Resumed;
import io.guanxi.ticket.desk.domain.TicketEvent.SlaBreached;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublishingTicketsTest {

    private static final Instant NOW = at("2026-11-20T10:30");
    private static final Due DUE = new Due(at("2026-11-23T10:30"), "office-1");

    private final TicketPublication publication = new TicketPublication();

    static Stream<TicketEvent> published() {
        return Stream.of(
                OPENED,
                new Assigned("c", NOW, CUSTOMER, "li", null),
                new Assigned("c", NOW, CUSTOMER, "li", "zhao"),
                new AgentReplied("c", NOW, CUSTOMER, true, TEXT),
                new Held("c", NOW, CUSTOMER, "waiting-for-carrier", Duration.ofHours(7)),
                new Resumed("c", NOW, CUSTOMER, Cause.AGENT, DUE),
                new Resumed("c", NOW, CUSTOMER, Cause.AGENT, null),
                new Resolved("c", NOW, CUSTOMER, "refunded", null),
                new Reopened("c", NOW, CUSTOMER, Cause.CUSTOMER_REPLIED, null, DUE),
                new Reopened("c", NOW, CUSTOMER, Cause.AGENT, "not-refunded", null),
                new Closed("c", NOW, CUSTOMER),
                new SlaBreached(NOW, CUSTOMER, PromiseKind.FIRST_RESPONSE, DUE.at()));
    }

    @ParameterizedTest
    @MethodSource("published")
    void whatIsPublishedFollowsItsSchemaAndHasNobodysWords(TicketEvent event) {
        OutgoingEvent out = publication.translate(Recorded.only(event)).getFirst();
        byte[] body = EventingJson.mapper().writeValueAsBytes(out.body());

        assertThat(out.topic()).isEqualTo(Topics.CRM_TICKETS).isEqualTo(Topics.carrying(out.type()));
        assertThat(out.key()).isEqualTo("acme/" + CUSTOMER);
        assertThat(SchemaCatalogue.published().validate(out.type(), body)).isEmpty();
        assertThat(new String(body, StandardCharsets.UTF_8)).doesNotContain("Wang", "parcel", "Monday");
    }

    @Test
    void notesAndWhatCustomersWriteStayInside() {
        assertThat(publication.translate(Recorded.only(new NoteTaken("c", NOW, CUSTOMER, TEXT))))
                .isEmpty();
        assertThat(publication.translate(Recorded.only(new CustomerReplied("c", NOW, CUSTOMER, TEXT))))
                .isEmpty();
    }

    @Test
    void aTicketOfNobodyKnownIsNotPublished() {
        assertThat(publication.translate(Recorded.only(new Closed("c", NOW, null))))
                .isEqualTo(List.of());
    }
}
