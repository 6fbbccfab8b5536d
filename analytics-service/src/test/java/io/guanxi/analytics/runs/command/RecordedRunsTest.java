package io.guanxi.analytics.runs.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.analytics.runs.domain.Run;
import io.guanxi.analytics.runs.domain.RunEvent;
import io.guanxi.analytics.runs.domain.RunEvent.RunAsked;
import io.guanxi.analytics.runs.domain.RunEvent.RunCancelled;
import io.guanxi.analytics.runs.domain.RunEvent.RunCompleted;
import io.guanxi.analytics.runs.domain.RunEvent.RunRefused;
import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.test.ApprovedFiles;
import io.guanxi.test.EventJson;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RecordedRunsTest {

    private static final RunAsked ASKED = new RunAsked(
            "lifetime-fit",
            new TreeMap<>(Map.of("family", "bg-nbd", "calibrationEnd", "1997-09-30")),
            "analyst-1",
            LocalDate.parse("1998-06-30"));

    private static final RunCompleted COMPLETED =
            new RunCompleted(new TreeMap<>(Map.of("modelVersion", "1", "customers", "2357")));

    private final EventCatalogue catalogue =
            RunEventNames.addTo(EventCatalogue.builder()).build();

    @TestFactory
    Stream<DynamicTest> every_event_keeps_its_json() {
        return EventJson.of(
                        RunEvent.class,
                        catalogue::toJson,
                        (json, type) -> type.cast(catalogue.fromJson(catalogue.nameOf(type), json)))
                .sample(ASKED, new RunAsked("export", new TreeMap<>(), "analyst-1", LocalDate.parse("1998-06-30")))
                .sample(COMPLETED, new RunCompleted(new TreeMap<>()))
                .sample(new RunRefused("no-currency", "Nothing says it."), new RunRefused("no-currency", ""))
                .sample(new RunCancelled("analyst-2"), new RunCancelled("analyst-2"))
                .tests();
    }

    @Test
    void a_golden_stream_gives_its_golden_state() {
        Run run = Run.UNKNOWN;
        for (String line : new ApprovedFiles().read("streams/run.jsonl").lines().toList()) {
            String[] nameAndBody = line.split(" ", 2);
            run = Run.evolve(run, (RunEvent) catalogue.fromJson(nameAndBody[0], nameAndBody[1]));
        }
        assertThat(run).isEqualTo(new Run(ASKED, COMPLETED));
    }
}
