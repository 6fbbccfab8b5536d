package io.guanxi.loyalty.programme.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random histories of publications and corrections against a model that knows every moment of a short time. */
@Execution(ExecutionMode.CONCURRENT)
class RuleBookLawsTest {

    private static final int MOMENTS = 24;
    private static final int BOOKS = 60;
    private static final ProgrammeRules RULES = SomeRules.giving("1");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theVersionInForceIsThatOfTheModelAtEveryMomentForEveryKnowledge(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < BOOKS; i++) {
            List<PublishedRules> history = history(random);
            List<PublishedRules> shuffled = new ArrayList<>(history);
            Collections.shuffle(shuffled, random);
            RuleBook book = new RuleBook(shuffled);
            for (int known = 0; known < MOMENTS; known++) {
                int[] model = model(history, known);
                for (int happened = 0; happened < MOMENTS; happened++) {
                    assertThat(book.inForce(at(happened), at(known)).version())
                            .as("seed %d, %s, happened %d, known %d", seed, history, happened, known)
                            .isEqualTo(model[happened]);
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theTimelineHasNoGapsAndSaysTheSame(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < BOOKS; i++) {
            RuleBook book = new RuleBook(history(random));
            Instant known = at(random.nextInt(MOMENTS));
            List<PublishedRules> timeline = book.timeline(known);
            for (int k = 1; k < timeline.size(); k++) {
                assertThat(timeline.get(k - 1).until())
                        .as("seed %d", seed)
                        .isEqualTo(timeline.get(k).from());
                assertThat(timeline.get(k - 1).version())
                        .isNotEqualTo(timeline.get(k).version());
            }
            assertThat(timeline.getLast().until()).isNull();
            for (PublishedRules stretch : timeline) {
                for (int happened = 0; happened < MOMENTS; happened++) {
                    if (stretch.holdAt(at(happened))) {
                        assertThat(book.inForce(at(happened), known).version())
                                .as("seed %d, happened %d, known %s", seed, happened, known)
                                .isEqualTo(stretch.version());
                    }
                }
            }
        }
    }

    /** What has been used stays: a publication with a lead time changes nothing that happened before it was known. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aNewVersionChangesNoDecisionAboutWhatHappenedBeforeIt(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < BOOKS; i++) {
            List<PublishedRules> history = history(random);
            RuleBook before = new RuleBook(history);
            int published = random.nextInt(MOMENTS - 1);
            int from = published + 1 + random.nextInt(MOMENTS - published - 1);
            RuleBook after =
                    before.with(new PublishedRules(history.size() + 1, at(from), null, at(published), null, RULES));
            for (int happened = 0; happened < from; happened++) {
                for (int known = 0; known < MOMENTS; known++) {
                    assertThat(after.inForce(at(happened), at(known)))
                            .as("seed %d, happened %d, known %d", seed, happened, known)
                            .isEqualTo(before.inForce(at(happened), at(known)));
                }
            }
        }
    }

    /** Version 1 holds since ever; publications may come in any order of their first moments; some are corrected. */
    private static List<PublishedRules> history(Random random) {
        List<PublishedRules> history = new ArrayList<>();
        history.add(new PublishedRules(1, at(0), null, at(0), null, RULES));
        int versions = random.nextInt(8);
        int now = 0;
        for (int version = 2; version < versions + 2; version++) {
            now = Math.min(MOMENTS - 1, now + random.nextInt(4));
            if (random.nextInt(3) == 0) {
                PublishedRules wrong = history.get(random.nextInt(history.size()));
                history.add(new PublishedRules(version, wrong.from(), null, at(now), wrong.version(), RULES));
            } else {
                int from = now + random.nextInt(MOMENTS - now);
                history.add(new PublishedRules(version, at(from), null, at(now), null, RULES));
            }
        }
        return history;
    }

    /** Paints every moment, publication by publication, in the order of their first moments; then the corrections. */
    private static int[] model(List<PublishedRules> history, int known) {
        int[] held = new int[MOMENTS];
        for (int from = 0; from < MOMENTS; from++) {
            for (PublishedRules rules : history) {
                if (rules.corrects() == null
                        && rules.from().equals(at(from))
                        && !rules.publishedAt().isAfter(at(known))) {
                    for (int moment = from; moment < MOMENTS; moment++) {
                        held[moment] = rules.version();
                    }
                }
            }
        }
        for (int moment = 0; moment < MOMENTS; moment++) {
            boolean again = true;
            while (again) {
                again = false;
                for (PublishedRules rules : history.reversed()) {
                    boolean used =
                            rules.corrects() != null && !rules.publishedAt().isAfter(at(known));
                    if (used && rules.corrects() == held[moment]) {
                        held[moment] = rules.version();
                        again = true;
                        break;
                    }
                }
            }
        }
        return held;
    }

    private static Instant at(int moment) {
        return Instant.EPOCH.plusSeconds(moment);
    }
}
