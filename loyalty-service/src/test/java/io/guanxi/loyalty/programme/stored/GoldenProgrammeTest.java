package io.guanxi.loyalty.programme.stored;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.loyalty.programme.ProgrammeEventNames;
import io.guanxi.loyalty.programme.domain.Programme;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent;
import io.guanxi.test.ApprovedFiles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A programme's life as it was stored once gives the same state for ever. */
class GoldenProgrammeTest {

    private static final EventCatalogue CATALOGUE =
            ProgrammeEventNames.addTo(EventCatalogue.builder()).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ApprovedFiles files = new ApprovedFiles();

    @Test
    void theStreamGivesTheSameStateForEver() {
        Programme programme = Programme.untouched();
        for (ProgrammeEvent event : stream()) {
            programme = Programme.evolve(programme, event);
        }

        files.checkJson(
                "streams/eventful-programme.state.json", CATALOGUE.mapper().writeValueAsString(programme));
    }

    @Test
    void theStreamHasEveryKindOfEvent() {
        var seen = new HashSet<Class<?>>();
        stream().forEach(event -> seen.add(event.getClass()));

        assertThat(seen).containsExactlyInAnyOrderElementsOf(CATALOGUE.classes().values());
    }

    private List<ProgrammeEvent> stream() {
        var events = new ArrayList<ProgrammeEvent>();
        for (JsonNode stored : JSON.readTree(files.read("streams/eventful-programme.json"))) {
            events.add((ProgrammeEvent) CATALOGUE.fromJson(
                    stored.get("name").stringValue(), stored.get("body").toString()));
        }
        return events;
    }
}
