package io.guanxi.eventlog.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.eventlog.SampleEvents;
import io.guanxi.eventlog.signals.EventLogMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several writers on one store in which everything goes wrong; each seed is one order of events. */
@Execution(ExecutionMode.CONCURRENT)
class KeepingTheChainTest {

    private static final EventLogMetrics METRICS = new EventLogMetrics(new SimpleMeterRegistry());
    private static final int SEEDS_PER_BLOCK = 500;

    /** {@code -Dguanxi.seeds=100000} plays more of them, {@code -Dguanxi.seed=42} plays one again. */
    static LongStream blocks() {
        return LongStream.range(0, Math.ceilDiv(Long.getLong("guanxi.seeds", 5_000), SEEDS_PER_BLOCK));
    }

    @Test
    @EnabledIfSystemProperty(named = "guanxi.seed", matches = "\\d+")
    void oneSeedAgain() throws Throwable {
        new Scene(Long.getLong("guanxi.seed")).play();
    }

    @ParameterizedTest(name = "seeds from {0} × 500")
    @MethodSource("blocks")
    void whateverGoesWrongTheLinksAreAChainAndEveryAnswerIsTrue(long block) {
        for (long seed = block * SEEDS_PER_BLOCK; seed < (block + 1) * SEEDS_PER_BLOCK; seed++) {
            try {
                new Scene(seed).play();
            } catch (Throwable e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    /** One run: writers, store and faults, all decided by the seed. */
    private static final class Scene {

        private static final int GROUPS_PER_WRITER = 5;

        private final RandomGenerator random;
        private final Turns turns = new Turns();
        private final SimulatedStore store;
        private final List<Append> appends = Collections.synchronizedList(new ArrayList<>());
        private int named;

        Scene(long seed) {
            random = new SplittableRandom(seed);
            double faults = List.of(0.0, 0.02, 0.1, 0.3).get((int) (seed % 4));
            store = new SimulatedStore(random, turns, faults);
        }

        void play() throws Throwable {
            int writers = 1 + random.nextInt(4);
            for (int i = 0; i < writers; i++) {
                turns.play(this::write);
            }
            List<Reader> readers = Stream.generate(Reader::new).limit(2).toList();
            readers.forEach(reader -> turns.play(reader::follow));
            turns.run(random);
            store.settleDown();
            readers.forEach(Reader::readOn);
            check();
            readers.forEach(reader -> assertThat(reader.read).as("read").isEqualTo(store.links()));
        }

        private void write() {
            ChainWriter writer = new ChainWriter(store, METRICS, () -> new Tries(1 + random.nextInt(20)));
            for (int i = 0; i < GROUPS_PER_WRITER; i++) {
                List<Append> group = IntStream.rangeClosed(0, random.nextInt(4))
                        .mapToObj(n -> append())
                        .toList();
                appends.addAll(group);
                writer.write(group);
                assertThat(group).allMatch(append -> append.outcome().isDone());
            }
        }

        private Append append() {
            String stream = "stream-" + random.nextInt(3);
            List<StoredEvent> events = IntStream.rangeClosed(0, random.nextInt(3))
                    .mapToObj(n -> SampleEvents.event("event-" + n))
                    .toList();
            return new Append(
                    new Commit("commit-" + named++, stream, store.length(stream), events), Thread.currentThread());
        }

        /** Follows the log by position, and asks at any moment, also between the links of one request. */
        private final class Reader {

            private final List<Link> read = new ArrayList<>();
            private long next;

            void follow() {
                for (int i = 0; i < 40; i++) {
                    turns.pass();
                    readOn();
                }
            }

            void readOn() {
                for (Link link : store.visibleFrom(next)) {
                    assertThat(link.position()).as("next of a reader").isEqualTo(next);
                    read.add(link);
                    next = link.end();
                }
            }
        }

        private void check() {
            List<Link> links = store.links();
            chainIsDense(links);
            streamsAreDense(links);
            Map<String, Link> byCommit = links.stream()
                    .collect(Collectors.toMap(link -> link.commit().id(), Function.identity()));
            appends.forEach(append -> answerIsTrue(append, byCommit));
        }

        private static void chainIsDense(List<Link> links) {
            long expected = 0;
            for (Link link : links) {
                assertThat(link.position()).as("position").isEqualTo(expected);
                expected = link.end();
            }
        }

        private static void streamsAreDense(List<Link> links) {
            links.stream()
                    .collect(Collectors.groupingBy(link -> link.commit().stream()))
                    .values()
                    .forEach(stream -> {
                        long expected = 0;
                        for (Link link : stream) {
                            assertThat(link.commit().version()).as("version").isEqualTo(expected);
                            expected += link.commit().size();
                        }
                    });
        }

        private static void answerIsTrue(Append append, Map<String, Link> stored) {
            Link link = stored.get(append.commit().id());
            append.outcome()
                    .handle((position, failure) -> {
                        switch (failure) {
                            case null ->
                                assertThat(link)
                                        .as("acknowledged")
                                        .isNotNull()
                                        .extracting(Link::position)
                                        .isEqualTo(position);
                            case OutcomeUnknown unknown ->
                                assertThat(unknown)
                                        .hasMessageContaining(append.commit().id());
                            default ->
                                assertThat(link).as("refused with " + failure).isNull();
                        }
                        return null;
                    })
                    .join();
        }
    }

    /** Patience by number, since the scene has no clock. */
    private static final class Tries implements Patience {

        private final int most;
        private int made;

        private Tries(int most) {
            this.most = most;
        }

        @Override
        public boolean another() {
            return ++made < most;
        }

        @Override
        public void renew() {
            made = 0;
        }
    }
}
