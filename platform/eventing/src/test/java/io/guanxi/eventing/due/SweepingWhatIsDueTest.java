package io.guanxi.eventing.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.guanxi.test.MovableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepingWhatIsDueTest {

    private static final Instant TODAY = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final SweepMeters NAMES = new SweepMeters("shelf.sweep.failures", "shelf.sweep.waiting");

    private final ExecutorService lanes = Executors.newFixedThreadPool(3);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Shelf shelf = new Shelf();
    private final MovableClock clock = new MovableClock(TODAY);
    private @Nullable Sweeper sweeper;

    @AfterEach
    void stop() {
        if (sweeper != null) {
            sweeper.stop();
        }
        lanes.shutdownNow();
    }

    @Test
    void all_pages_are_checked_and_what_is_not_due_is_left() throws Exception {
        for (int i = 0; i < 25; i++) {
            shelf.put("old-%02d".formatted(i), TODAY.minusSeconds(i + 1));
        }
        shelf.put("fresh", TODAY);
        assertThat(new DueSweep<>(shelf, 10, lanes, NAMES, meters).sweep(TODAY)).isEqualTo(25);
        assertThat(shelf.jars()).containsExactly("fresh");
        assertThat(shelf.checks).doesNotContainKey("fresh");
    }

    @Test
    void what_cannot_be_checked_is_counted_under_the_services_own_names_and_stops_nothing() throws Exception {
        shelf.put("a", TODAY.minusSeconds(1));
        shelf.put("b", TODAY.minusSeconds(1));
        shelf.stuck.add("a");
        DueSweep<String> sweep = new DueSweep<>(shelf, 1, lanes, NAMES, meters);
        assertThat(sweep.sweep(TODAY)).isEqualTo(1);
        assertThat(meters.get("shelf.sweep.failures").counter().count()).isEqualTo(1);
        assertThat(meters.get("shelf.sweep.waiting").gauge().value()).isEqualTo(1);
        for (int i = 0; i < 7; i++) {
            sweep.sweep(TODAY);
        }
        assertThat(shelf.checks.get("a")).as("in the sweeps 1, 2, 4 and 8").hasValue(4);
    }

    @Test
    void it_goes_by_the_clock_it_is_given_and_outlives_a_failure_to_look() {
        shelf.put("a", TODAY);
        shelf.away = true;
        sweeper().start();
        await().atMost(DEADLINE).until(() -> shelf.looks.get() > 2);
        shelf.away = false;
        int before = shelf.looks.get();
        await().atMost(DEADLINE).until(() -> shelf.looks.get() > before + 2);
        assertThat(shelf.jars()).as("at its last moment").containsExactly("a");
        clock.move(Duration.ofNanos(1));
        await().atMost(DEADLINE).until(() -> shelf.jars().isEmpty());
    }

    @Test
    void nothing_is_looked_for_after_the_stop_and_it_can_start_again() {
        Sweeper sweeper = sweeper();
        sweeper.start();
        await().atMost(DEADLINE).until(() -> shelf.looks.get() > 0);
        sweeper.stop();
        assertThat(sweeper.isRunning()).isFalse();
        int stopped = shelf.looks.get();
        shelf.put("a", TODAY.minusSeconds(1));
        shelf.stuck.add("a");
        sweeper.start();
        await().atMost(DEADLINE).until(() -> shelf.looks.get() > stopped);
        await().atMost(DEADLINE)
                .until(() -> meters.get("shelf.sweep.waiting").gauge().value() == 1);
    }

    private Sweeper sweeper() {
        sweeper = new Sweeper(shelf, new SweepSettings(Duration.ofMillis(20), 10, 2), clock, NAMES, meters);
        return sweeper;
    }

    @ParameterizedTest(name = "interval {0}, batch {1}, lanes {2}")
    @CsvSource({"PT0S,500,4,interval", "PT1S,0,4,batch", "PT1S,10001,4,batch", "PT1S,500,0,lanes", "PT1S,500,65,lanes"})
    void settings_that_make_no_sense_are_named(Duration interval, int batch, int number, String told) {
        assertThatThrownBy(() -> new SweepSettings(interval, batch, number))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sweep." + told);
    }
}
