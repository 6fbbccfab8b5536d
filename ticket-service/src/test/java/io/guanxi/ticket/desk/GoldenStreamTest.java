package io.guanxi.ticket.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.test.ApprovedFiles;
import io.guanxi.ticket.desk.command.TicketEvents;
import io.guanxi.ticket.desk.domain.Ticket;
import io.guanxi.ticket.desk.domain.TicketEvent;
import io.guanxi.ticket.desk.view.ViewFixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was stored once means the same for ever: in the state, and in each view. */
class GoldenStreamTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final EventCatalogue CATALOGUE = TicketEvents.eventCatalogue();

    private final ApprovedFiles files = new ApprovedFiles();

    @Test
    void aLongLifeLeadsToTheStateOfThatTime() {
        Ticket ticket = Ticket.unopened();
        for (TicketEvent event : golden()) {
            ticket = Ticket.evolve(ticket, event);
        }
        files.checkJson("golden/long-life.ticket.json", JSON.writeValueAsString(ticket));
    }

    @Test
    void aLongLifeLeadsToTheDetailsOfThatTime() {
        files.checkJson("golden/long-life.details.json", JSON.writeValueAsString(ViewFixtures.details(golden())));
    }

    @Test
    void aLongLifeLeadsToTheQueueLineOfThatTime() {
        files.checkJson("golden/long-life.queue.json", JSON.writeValueAsString(ViewFixtures.queueLine(golden())));
    }

    @Test
    void theStreamHasEveryKindOfEvent() {
        assertThat(golden().stream().map(Object::getClass))
                .containsAll(
                        Stream.of(TicketEvent.class.getPermittedSubclasses()).toList());
    }

    private List<TicketEvent> golden() {
        List<TicketEvent> events = new ArrayList<>();
        for (JsonNode stored : JSON.readTree(files.read("golden/long-life.events.json"))) {
            events.add((TicketEvent) CATALOGUE.fromJson(
                    stored.at("/name").asString(), stored.at("/body").toString()));
        }
        return events;
    }
}
