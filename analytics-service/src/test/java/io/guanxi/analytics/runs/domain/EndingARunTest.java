package io.guanxi.analytics.runs.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.analytics.runs.domain.RunEvent.RunAsked;
import io.guanxi.analytics.runs.domain.RunEvent.RunCancelled;
import io.guanxi.analytics.runs.domain.RunEvent.RunCompleted;
import io.guanxi.analytics.runs.domain.RunEvent.RunRefused;
import io.guanxi.kernel.Decision;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EndingARunTest {

    private static final LocalDate DAY = LocalDate.parse("2026-01-31");
    private static final SortedMap<String, String> SUMMARY = new TreeMap<>(Map.of("customers", "7"));
    private static final RunCommand.Ask ASK =
            new RunCommand.Ask(RunKind.EXPORT, new RunParameters(new TreeMap<>()), "ann", DAY);
    private static final RunAsked ASKED = new RunAsked("export", new TreeMap<>(), "ann", DAY);

    @Test
    void a_run_is_asked_for_once() {
        assertThat(decide(List.of(), ASK)).isEqualTo(Decision.accept(ASKED));
        assertThat(decide(List.of(ASKED), ASK)).isEqualTo(Decision.nothing());
        assertThat(decide(List.of(ASKED), new RunCommand.Ask(RunKind.EXPORT, ASK.parameters(), "ann", DAY.plusDays(1))))
                .isEqualTo(Decision.refuse(RunRejection.RUN_ID_TAKEN));
    }

    @Test
    void it_ends_once_and_the_same_end_changes_nothing() {
        assertThat(decide(List.of(ASKED), new RunCommand.Complete(SUMMARY)))
                .isEqualTo(Decision.accept(new RunCompleted(SUMMARY)));
        assertThat(decide(List.of(ASKED, new RunCompleted(SUMMARY)), new RunCommand.Complete(new TreeMap<>())))
                .isEqualTo(Decision.nothing());
        assertThat(decide(List.of(ASKED), new RunCommand.Refuse("no-currency", "None.")))
                .isEqualTo(Decision.accept(new RunRefused("no-currency", "None.")));
        assertThat(decide(List.of(ASKED, new RunRefused("a", "b")), new RunCommand.Refuse("a", "b")))
                .isEqualTo(Decision.nothing());
    }

    @Test
    void who_completes_a_run_that_was_cancelled_meanwhile_is_refused() {
        List<RunEvent> cancelled = List.of(ASKED, new RunCancelled("bob"));

        assertThat(decide(cancelled, new RunCommand.Complete(SUMMARY)))
                .isEqualTo(Decision.refuse(RunRejection.RUN_HAS_ENDED));
        assertThat(decide(cancelled, new RunCommand.Refuse("a", "b")))
                .isEqualTo(Decision.refuse(RunRejection.RUN_HAS_ENDED));
        assertThat(decide(List.of(ASKED, new RunCompleted(SUMMARY)), new RunCommand.Refuse("given-up", "b")))
                .isEqualTo(Decision.refuse(RunRejection.RUN_HAS_ENDED));
    }

    @Test
    void cancelling_ends_what_runs_and_nothing_else() {
        assertThat(decide(List.of(ASKED), new RunCommand.Cancel("bob")))
                .isEqualTo(Decision.accept(new RunCancelled("bob")));
        assertThat(decide(List.of(ASKED, new RunCompleted(SUMMARY)), new RunCommand.Cancel("bob")))
                .isEqualTo(Decision.nothing());
    }

    @Test
    void nothing_ends_that_was_never_asked_for() {
        for (RunCommand command : List.of(
                new RunCommand.Complete(SUMMARY), new RunCommand.Refuse("a", "b"), new RunCommand.Cancel("bob"))) {
            assertThat(decide(List.of(), command)).isEqualTo(Decision.refuse(RunRejection.RUN_NOT_FOUND));
        }
    }

    private static Decision<RunEvent, RunRejection> decide(List<RunEvent> before, RunCommand command) {
        Run run = Run.UNKNOWN;
        for (RunEvent event : before) {
            run = Run.evolve(run, event);
        }
        return RunDecider.decide(run, command);
    }
}
