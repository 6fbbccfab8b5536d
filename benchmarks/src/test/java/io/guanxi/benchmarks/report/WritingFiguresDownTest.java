package io.guanxi.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WritingFiguresDownTest {

    @Test
    void theMedianOfAnOddNumberOfRunsIsTheMiddleOne() {
        assertThat(Spread.of(List.of(9.0, 1.0, 5.0))).isEqualTo(new Spread(5, 1, 9, 3));
    }

    @Test
    void theMedianOfAnEvenNumberOfRunsIsBetweenTheTwoInTheMiddle() {
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 9.0)).median()).isEqualTo(3.0, within(1e-9));
    }

    @Test
    void noRunIsNoFigure() {
        assertThatIllegalArgumentException().isThrownBy(() -> Spread.of(List.of()));
    }

    @Test
    void aPercentileIsTheNearestSampleThatIsNotBelowIt() {
        double[] samples = IntStream.rangeClosed(1, 1000).mapToDouble(i -> i).toArray();

        assertThat(Spread.percentile(samples, 0.5)).isEqualTo(500);
        assertThat(Spread.percentile(samples, 0.99)).isEqualTo(990);
        assertThat(Spread.percentile(samples, 0.999)).isEqualTo(999);
        assertThat(Spread.percentile(samples, 1)).isEqualTo(1000);
        assertThat(Spread.percentile(new double[] {7}, 0.01)).isEqualTo(7);
    }

    @Test
    void aSpreadHasAsManyDigitsAsItsMedianNeeds() {
        assertThat(new Spread(12345.6, 10000, 20000, 3).text()).isEqualTo("12,346 (10,000 to 20,000)");
        assertThat(new Spread(12.34, 9, 20, 3).text()).isEqualTo("12.3 (9.0 to 20.0)");
        assertThat(new Spread(0.456, 0.4, 0.5, 3).text()).isEqualTo("0.46 (0.40 to 0.50)");
        assertThat(new Spread(7, 7, 7, 1).text()).isEqualTo("7.00");
    }

    @Test
    void aTableNamesItsServerAndShowsWhatIsMissing() {
        Table table = new Table("Rates", "Server: a stand-in.", "writers");
        table.put("1", "ours", 10);
        table.put("2", "theirs", 1234);
        table.absent("absent", "not available");
        table.note("A note.");

        assertThat(table.markdown()).isEqualTo("""
                ### Rates

                Server: a stand-in.

                | writers | ours | theirs | absent |
                | --- | --: | --: | --: |
                | 1 | 10 | - | not available |
                | 2 | - | 1,234 | not available |

                A note.
                """);
    }

    @Test
    void aGoalSaysWhetherItWasMet() {
        assertThat(Goal.atLeast("replay", 3, 3, "times").line()).endsWith("3.00 times goal >= 3.00  met");
        assertThat(Goal.atLeast("replay", 2.99, 3, "times").line()).endsWith("missed");
        assertThat(Goal.atMost("token", 100, 100, "bytes").line()).endsWith("goal <= 100.00  met");
        assertThat(Goal.atMost("token", 101, 100, "bytes").line()).endsWith("missed");
    }

    @Test
    void aFigureThatCouldNotBeTakenMissesItsGoal() {
        assertThat(Goal.atLeast("replay", Double.NaN, 3, "times").met()).isFalse();
        assertThat(Goal.atMost("token", Double.NaN, 100, "bytes").met()).isFalse();
    }

    @Test
    void aProgramCanReadWhatWasFound(@TempDir Path folder) throws Exception {
        Report report = new Report(new PrintStream(new ByteArrayOutputStream()));
        report.circumstance("plan", "quick");
        Table table = new Table("Rates", "Server: a stand-in.", "writers");
        table.put("1", "ours", 10);
        table.put("1", "theirs", Spread.of(List.of(1.0, 2.0, 4.0)));
        report.add(table);
        report.add(Goal.atMost("token", 30, 100, "bytes"));

        report.write(folder.resolve("results"), "event-log");

        JsonNode file = new JsonMapper().readTree(Files.readString(folder.resolve("results/event-log.json")));
        assertThat(file.path("plan").asString()).isEqualTo("quick");
        assertThat(file.path("tables").path("Rates").path("1").path("ours").asInt())
                .isEqualTo(10);
        assertThat(file.path("tables")
                        .path("Rates")
                        .path("1")
                        .path("theirs")
                        .path("median")
                        .asDouble())
                .isEqualTo(2);
        assertThat(file.path("goals").path(0).path("atMost").asDouble()).isEqualTo(100);
        assertThat(file.path("goals").path(0).path("met").asBoolean()).isTrue();
        assertThat(folder.resolve("results/event-log.md"))
                .content()
                .contains("| 1 | 10 | 2.00 (1.00 to 4.00) |", "met");
    }
}
