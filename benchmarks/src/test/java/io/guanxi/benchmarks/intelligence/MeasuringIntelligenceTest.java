package io.guanxi.benchmarks.intelligence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.guanxi.analytics.lifetime.domain.Observation;
import io.guanxi.benchmarks.report.Goal;
import io.guanxi.benchmarks.report.Report;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuringIntelligenceTest {

    private static final Scale TINY = new Scale(3_000, List.of(100), 10);

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Report report = new Report(new PrintStream(printed, true, StandardCharsets.UTF_8));

    @Test
    void a_fit_is_timed_and_held_against_its_goal() throws Exception {
        new FittingBenchmark(report).run(null, TINY);

        assertThat(report.goals()).extracting(Goal::name).containsExactly("fit of 3,000 simulated, counting included");
        assertThat(report.goals().getFirst().figure()).isPositive();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("3,000 simulated, Guanxi", "The CDNOW sample was not there");
    }

    @Test
    void scipy_finds_what_guanxi_finds() throws Exception {
        double[] x = {0, 1, 2, 5, 0, 3, 1, 0, 8, 2};
        double[] lastOrder = {0, 10, 20, 30, 0, 12, 3, 0, 36, 4};
        double[] age = {38, 38, 37, 39, 30, 38, 31, 33, 38, 36};
        ScipyPeer.Answer peer = ScipyPeer.fit(x, lastOrder, age);
        Assumptions.assumeTrue(peer != null, "python3 with scipy");

        assertThat(peer.parameters()).hasSize(4).allMatch(parameter -> parameter > 0);
        assertThat(peer.alive()).isBetween(0.0, 10.0);
    }

    @Test
    void the_peer_computes_measures_of_every_customer() throws Exception {
        try (DuckDbPeer peer = DuckDbPeer.withOrders(1_000)) {
            assertThat(peer.orders()).isGreaterThan(1_000);
            assertThat(peer.recompute()).isPositive();
        }
    }

    @Test
    void orders_of_one_day_and_orders_after_the_calibration_are_seen_as_they_should_be(@TempDir Path folder)
            throws Exception {
        Path file = Files.writeString(folder.resolve("sample.txt"), """
                 0001   1   19970101   1   11.77
                 0001   1   19970101   2   20.00
                 0001   1   19970108   1    5.00
                 0001   1   19971225   1    5.00
                 0002   2   19970112   1   12.00
                """);

        List<Observation> seen = CdnowSample.observations(file);

        assertThat(seen).containsExactly(new Observation(1, 7, 272), new Observation(0, 0, 261));
        assertThat(seen.getFirst().tx()).isCloseTo(1, within(1e-12));
    }
}
