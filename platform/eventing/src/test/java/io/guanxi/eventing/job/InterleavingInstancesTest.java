package io.guanxi.eventing.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import io.guanxi.embedded.EmbeddedStore;
import io.guanxi.eventing.signals.EventingSignals;
import io.micrometer.core.instrument.Counter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Instances that take, do, pause, wake up, die and come back in whatever order, also in the middle of a step of another: a job
 * never goes back, never changes after its end, ends once, and ends.
 */
class InterleavingInstancesTest {

    private static final int LIVES = 4;
    private static final int ACTIONS = 60;
    private static final int JOBS = 3;

    @TempDir
    static Path folder;

    private static EmbeddedStore store;
    private static MongoClient client;

    @BeforeAll
    static void start() {
        store = EmbeddedStore.start(folder, 0);
        client = MongoClients.create(store.uri());
    }

    @AfterAll
    static void stop() {
        client.close();
        store.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 41, 5_926, 20_261_122})
    void whatever_happens_every_job_ends_once_and_right(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        for (int i = 0; i < LIVES; i++) {
            Life life = new Life(random);
            try {
                life.live();
            } catch (RuntimeException | AssertionError broken) {
                throw new AssertionError("seed " + seed + ", life " + i + ": " + life.story, broken);
            }
        }
    }

    private static final class Life {

        private final Instances all = new Instances(client.getDatabase("lives"));
        private final RandomGenerator random;
        private final JobBench[] instances = new JobBench[3];
        private final List<List<JobClaim>> held = new ArrayList<>();
        private final Map<String, Document> known = new HashMap<>();
        private final List<String> story = new ArrayList<>();
        private int incarnations;
        private int endedByAsking;
        private int deepness;

        Life(RandomGenerator random) {
            this.random = random;
            for (int i = 0; i < instances.length; i++) {
                held.add(new ArrayList<>());
                instances[i] = all.instance("instance-" + i);
            }
            for (int i = 0; i < JOBS; i++) {
                all.ask("sum-" + i, random.nextInt(1, 12), random.nextInt(1, 4));
            }
            all.job.meanwhile = this::sometimesSomethingElse;
        }

        void live() {
            for (int i = 0; i < ACTIONS; i++) {
                act();
                check();
            }
            settle();
        }

        private void sometimesSomethingElse() {
            if (deepness < 2 && random.nextInt(3) == 0) {
                deepness++;
                for (int i = random.nextInt(1, 6); i > 0; i--) {
                    act();
                }
                deepness--;
            }
        }

        private void act() {
            int who = random.nextInt(instances.length);
            switch (random.nextInt(14)) {
                case 0, 1, 2 -> claim(who);
                case 3, 4, 5, 6 -> step(who);
                case 7 -> {
                    say(who, "beats");
                    instances[who].claims.beat();
                }
                case 8, 9 -> pass(random.nextInt(1, 12));
                case 10 -> die(who);
                case 11 -> giveBack(who);
                case 12 -> cancel("sum-" + random.nextInt(JOBS));
                default -> trouble();
            }
        }

        private void claim(int who) {
            JobClaim claim = Instances.claim(instances[who]);
            say(who, claim == null ? "finds nothing" : "takes " + claim.key() + " as " + claim.term());
            if (claim != null) {
                held.get(who).add(claim);
            }
        }

        private void step(int who) {
            if (held.get(who).isEmpty()) {
                return;
            }
            JobClaim claim = held.get(who).remove(random.nextInt(held.get(who).size()));
            say(who, "begins a step of " + claim.key() + " as " + claim.term());
            JobBench instance = instances[who];
            JobClaim next = Instances.step(instance, claim);
            long term = stored(claim.key()).getLong(JobFields.TERM);
            say(who, (next == null ? "has no more to do with " : "has done a step of ") + claim.key());
            if (next != null) {
                assertThat(term).as("noted under a term that was over").isEqualTo(claim.term());
                if (instance == instances[who]) {
                    held.get(who).add(next);
                }
            }
        }

        private void giveBack(int who) {
            held.get(who).forEach(claim -> {
                say(who, "gives back " + claim.key());
                instances[who].notes.giveBack(claim);
                instances[who].claims.letGo(claim);
            });
            held.get(who).clear();
        }

        private void die(int who) {
            boolean sameName = random.nextBoolean();
            say(who, "dies and comes back under " + (sameName ? "its name" : "another name"));
            held.get(who).clear();
            instances[who] = all.instance(sameName ? "instance-" + who : "instance-" + who + "-" + incarnations++);
        }

        private void pass(int seconds) {
            story.add(seconds + " s pass");
            all.pass(Duration.ofSeconds(seconds));
        }

        private void cancel(String id) {
            boolean open = !all.job(id).state().isEnd();
            JobState after = all.jobs.cancel("acme", id, "zhao").orElseThrow().state();
            story.add(id + " is to be cancelled, and is " + after);
            if (open && after == JobState.CANCELLED) {
                endedByAsking++;
            }
        }

        private void trouble() {
            @Nullable
            Exception trouble = switch (random.nextInt(4)) {
                case 0 -> new MongoTimeoutException("away");
                case 1 -> new IllegalStateException("a fault");
                default -> null;
            };
            story.add("trouble: " + trouble);
            all.job.trouble.set(trouble);
        }

        private void say(int who, String what) {
            story.add(who + " " + what);
        }

        private Document stored(String key) {
            return Objects.requireNonNull(
                    all.collection.find(Filters.eq(JobFields.KEY, key)).first());
        }

        private void check() {
            for (Document now : all.collection.find()) {
                Document before = known.put(now.getString(JobFields.KEY), now);
                JobStatus status = new JobFormat().status(now);
                long reached = status.done();
                if (now.getString(JobFields.PROGRESS) != null && status.state() != JobState.DONE) {
                    assertThat(now.getString(JobFields.PROGRESS))
                            .contains("\"number\":" + reached, "\"sum\":" + sum(reached));
                }
                if (before != null) {
                    assertThat(reached)
                            .as("it never goes back")
                            .isGreaterThanOrEqualTo(before.getLong(JobFields.COUNTED));
                    assertThat(now.getLong(JobFields.TERM)).isGreaterThanOrEqualTo(before.getLong(JobFields.TERM));
                    if (JobState.of(before.getString(JobFields.STATE)).isEnd()) {
                        assertThat(now).as("nothing changes after the end").isEqualTo(before);
                    }
                }
            }
        }

        /** No more trouble, and one of them works on. Those that are paused never wake up. */
        private void settle() {
            story.add("all is well from here on");
            all.job.trouble.set(null);
            all.job.meanwhile = () -> {};
            JobBench last = all.instance("last");
            for (int i = 0; i < 4; i++) {
                Instances.workOff(last);
                check();
                all.pass(Duration.ofSeconds(10));
            }
            for (int i = 0; i < JOBS; i++) {
                checkEnd(all.job("sum-" + i));
            }
            double ended = all.meters.find(EventingSignals.JOBS_ENDED.meter()).counters().stream()
                    .mapToDouble(Counter::count)
                    .sum();
            assertThat(ended + endedByAsking).as("each ends once").isEqualTo(JOBS);
        }

        private static void checkEnd(JobStatus job) {
            switch (job.state()) {
                case DONE ->
                    assertThat(Objects.requireNonNull(job.result()).path("sum").asLong())
                            .isEqualTo(sum(job.done()));
                case CANCELLED -> assertThat(job.cancelledBy()).isEqualTo("zhao");
                case FAILED ->
                    assertThat(Objects.requireNonNull(job.failure()).code()).isEqualTo("given-up");
                case WAITING, RUNNING -> throw new AssertionError(job.id() + " does not end: " + job);
            }
        }

        private static long sum(long number) {
            return number * (number + 1) / 2;
        }
    }
}
