package io.guanxi.benchmarks.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.benchmarks.log.CommitRates.Ratio;
import io.guanxi.benchmarks.report.Goal;
import io.guanxi.benchmarks.report.Spread;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedMetaData;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.UnmatchedArgumentException;

class JudgingTheLogTest {

    @Test
    void commitsAreJudgedByTheMedianOverWritersAndByTheWorst() {
        List<Goal> goals =
                CommitRates.goals("commits of 1 event", List.of(new Ratio(1, 0.9), new Ratio(8, 4), new Ratio(32, 3)));

        assertThat(goals).extracting(Goal::figure).containsExactly(3.0, 0.9);
        assertThat(goals).extracting(Goal::met).containsExactly(true, false);
        assertThat(goals.getLast().name()).contains("worst: 1 writers");
    }

    @Test
    void replayIsJudgedAgainstAxonMongoAndAgainstTheDriver() {
        List<Goal> goals = Replays.goals(Map.of(
                "calm",
                Map.of(
                        MongoContenders.OURS, spread(60),
                        MongoContenders.PER_EVENT, spread(20),
                        MongoContenders.DRIVER, spread(200))));

        assertThat(goals)
                .extracting(Goal::name)
                .containsExactly("replay against axon-mongo, calm", "replay against the bare driver's scan, calm");
        assertThat(goals).extracting(Goal::figure).containsExactly(3.0, 0.3);
        assertThat(goals).extracting(Goal::met).containsExactly(true, false);
    }

    @Test
    void aReplayThatWasNotMeasuredMeetsNothing() {
        assertThat(Replays.goals(Map.of("calm", Map.of()))).hasSize(2).noneMatch(Goal::met);
    }

    @Test
    void theLargestLogIsJudgedAgainstTheSmallest() {
        Goal goal =
                GrowingAppends.goal(List.of(10_000, 100_000, 1_000_000), List.of(spread(10), spread(40), spread(12)));

        assertThat(goal.name()).isEqualTo("p99 of a commit at 1,000,000 events against 10,000");
        assertThat(goal.figure()).isEqualTo(1.2);
        assertThat(goal.met()).isTrue();
    }

    @Test
    void aTokenMayGrowByDigitsAndNoMore() {
        assertThat(TokenSizes.goals(List.of(20, 25))).allMatch(Goal::met);
        assertThat(TokenSizes.goals(List.of(20, 60))).extracting(Goal::met).containsExactly(true, false);
        assertThat(TokenSizes.goals(List.of(101, 101))).extracting(Goal::met).containsExactly(false, true);
    }

    @Test
    void contendersTakeTurnsAndEachRoundBeginsWithAnother() throws Exception {
        StringBuilder turns = new StringBuilder();
        List<Contender> two = List.of(new Named("a"), new Named("b"));

        Map<String, Spread> figures = Lineup.inTurns(two, 3, contender -> {
            turns.append(contender.name());
            return turns.length();
        });

        assertThat(turns).hasToString("abbaab");
        assertThat(figures.get("a")).isEqualTo(new Spread(4, 1, 5, 3));
        assertThat(figures.get("b")).isEqualTo(new Spread(3, 2, 6, 3));
    }

    @Test
    void theFailureOfAWriterIsTheFailureOfTheMeasure() {
        assertThatThrownBy(() -> Writers.run(3, writer -> {
                    if (writer == 1) {
                        throw new IllegalStateException("the store is gone");
                    }
                    return writer;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the store is gone");
    }

    @Test
    void theFullRunIsTheDefault() {
        assertThat(parsed("--home", ".").plan()).isEqualTo(Plan.full());
        assertThat(parsed("--home", ".", "--quick", "--store", "mongodb://db").plan())
                .isEqualTo(Plan.quick());
    }

    @Test
    void anUnknownOptionIsRefused() {
        assertThatThrownBy(() -> parsed("--home", ".", "--fast")).isInstanceOf(UnmatchedArgumentException.class);
    }

    @Test
    void everyPlanReplaysTheLogAtASizeThatItReaches() {
        for (Plan plan : List.of(Plan.full(), Plan.quick(), Plan.tiny())) {
            assertThat(plan.logSizes()).as(plan.name()).isSorted().contains(plan.replayed());
        }
    }

    @Test
    void anEventHasAboutThreeHundredBytes() {
        assertThat(SampleEvents.bytes()).isBetween(280, 320);
    }

    @Test
    void thePeersGetBackTheEventAndItsMetadata() {
        SameBodies serializer = new SameBodies();
        DomainEventMessage<?> event = SampleEvents.event("customer-1", 7, Instant.EPOCH);

        Object payload = serializer.deserialize(event.serializePayload(serializer, byte[].class));
        MetaData metaData = serializer.deserialize(new SerializedMetaData<>(
                event.serializeMetaData(serializer, String.class).getData(), String.class));

        assertThat(payload).isEqualTo(event.getPayload());
        assertThat(metaData).isEqualTo(event.getMetaData());
    }

    private static LogVerb parsed(String... arguments) {
        return CommandLine.populateCommand(new LogVerb(), arguments);
    }

    private static Spread spread(double figure) {
        return Spread.of(List.of(figure));
    }

    private record Named(String name) implements Contender {

        @Override
        public void append(List<DomainEventMessage<?>> commit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long replay(long most, long deadlineNanos, boolean payloads) {
            return 0;
        }

        @Override
        public int fillCommit() {
            return 1;
        }

        @Override
        public Footprint footprint() {
            return new Footprint(0, 0);
        }

        @Override
        public void close() {}
    }
}
