package io.guanxi.eventing.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.guanxi.embedded.EmbeddedStore;
import io.guanxi.eventing.job.CountingJob.Range;
import io.guanxi.eventing.signals.EventingSignals;
import io.guanxi.web.Page;
import io.guanxi.web.RequestRefused;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One step at a time, by a clock and a watch that the test moves. */
class RunningAJobTest {

    @TempDir
    static Path folder;

    private static EmbeddedStore store;
    private static MongoClient client;

    private Instances all;
    private JobBench first;
    private JobBench second;

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

    @BeforeEach
    void twoInstances() {
        all = new Instances(client.getDatabase("running"));
        first = all.instance("first");
        second = all.instance("second");
    }

    @Test
    void it_shows_how_far_it_is_and_ends_with_its_result() {
        JobStatus asked = all.ask("sum", 5, 2);
        assertThat(asked.state()).isEqualTo(JobState.WAITING);
        assertThat(asked.askedAt()).isEqualTo(Instances.START);

        all.pass(Duration.ofSeconds(1));
        JobClaim claim = begun(first);
        assertThat(status().state()).isEqualTo(JobState.RUNNING);
        claim = Objects.requireNonNull(Instances.step(first, claim));
        assertThat(status().done()).isEqualTo(2);
        assertThat(status().total()).isEqualTo(5);
        claim = Objects.requireNonNull(Instances.step(first, claim));
        all.pass(Duration.ofSeconds(1));
        assertThat(Instances.step(first, claim)).isNull();

        JobStatus done = status();
        assertThat(done.state()).isEqualTo(JobState.DONE);
        assertThat(Objects.requireNonNull(done.result()).path("sum").asLong()).isEqualTo(15);
        assertThat(done.done()).isEqualTo(5);
        assertThat(done.askedBy()).isEqualTo("li");
        assertThat(done.startedAt()).isEqualTo(Instances.START.plusSeconds(1));
        assertThat(done.endedAt()).isEqualTo(Instances.START.plusSeconds(2));
        assertThat(all.job.begun).containsExactly(0, 2, 4);
    }

    @Test
    void asking_again_for_the_same_shows_it_and_for_something_else_is_refused() {
        all.ask("sum", 5, 2);
        Instances.workOff(first);
        assertThat(all.ask("sum", 5, 2).state()).isEqualTo(JobState.DONE);
        assertThatThrownBy(() -> all.ask("sum", 6, 2))
                .isInstanceOf(RequestRefused.class)
                .hasMessageContaining("job-id-taken");
        assertThat(all.jobs.ask(all.job, "other", "sum", new Range(6, 2), "wu").state())
                .as("of another tenant")
                .isEqualTo(JobState.WAITING);
    }

    @Test
    void what_can_never_be_done_says_why() {
        all.ask("sum", CountingJob.HOPELESS, 1);
        Instances.workOff(first);
        assertThat(status().state()).isEqualTo(JobState.FAILED);
        assertThat(status().failure())
                .isEqualTo(new JobStatus.Failure("no-such-range", "There are no numbers to add."));
        assertThat(all.job.begun).hasSize(1);
    }

    @Test
    void another_instance_goes_on_from_the_last_noted_step_of_one_that_died() {
        all.ask("sum", 6, 2);
        Instances.step(first, begun(first));
        assertThat(Instances.claim(second)).as("at the first sight").isNull();
        all.pass(Instances.TIMEOUT.minusMillis(1));
        assertThat(Instances.claim(second)).as("before the time-out").isNull();
        all.pass(Duration.ofMillis(1));
        Instances.workOff(second);
        assertThat(all.job.begun).containsExactly(0, 2, 4);
        assertThat(status().state()).isEqualTo(JobState.DONE);
        assertThat(all.meters
                        .counter(EventingSignals.JOBS_TAKEN_OVER.meter(), "job", "counting")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void one_that_shows_it_is_alive_keeps_its_job_through_a_step_of_any_length() {
        all.ask("sum", 6, 2);
        JobClaim claim = begun(first);
        for (int i = 0; i < 5; i++) {
            assertThat(Instances.claim(second)).isNull();
            all.pass(Duration.ofSeconds(8));
            first.claims.beat();
        }
        assertThat(Instances.step(first, claim)).isNotNull();
    }

    @Test
    void an_instance_that_comes_back_under_its_name_goes_on_at_once_and_never_twice_by_itself() {
        all.ask("sum", 6, 2);
        Instances.step(first, begun(first));
        assertThat(Instances.claim(first)).as("it is at it").isNull();
        JobBench restarted = all.instance("first");
        Instances.workOff(restarted);
        assertThat(status().state()).isEqualTo(JobState.DONE);
    }

    @Test
    void a_job_that_is_given_back_is_taken_at_once() {
        all.ask("sum", 6, 2);
        JobClaim claim = begun(first);
        assertThat(first.notes.giveBack(claim)).isTrue();
        assertThat(Instances.claim(second)).isNotNull();
    }

    @Test
    void an_owner_that_was_paused_writes_nothing_when_it_wakes_up() {
        all.ask("sum", 6, 2);
        JobClaim paused = begun(first);
        takeOver();
        Document before = stored();

        assertThat(Instances.step(first, paused)).as("a step").isNull();
        assertThat(first.notes.done(paused, new JobStep.Done<>("{}", 1))).isFalse();
        assertThat(first.notes.failed(paused, new JobStep.Failed<>("a", "b"))).isFalse();
        assertThat(first.notes.cancelled(paused)).isFalse();
        assertThat(first.notes.putOff(paused, 1, 1, "c")).isFalse();
        assertThat(first.notes.giveBack(paused)).isFalse();
        assertThat(first.notes.reload(paused)).isNull();
        first.claims.beat();
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void an_owner_that_is_paused_during_its_last_step_does_not_end_the_job_of_its_successor() {
        all.ask("sum", 2, 2);
        JobClaim paused = begun(first);
        all.job.meanwhile = () -> {
            all.job.meanwhile = () -> {};
            takeOver();
        };
        assertThat(Instances.step(first, paused)).isNull();
        assertThat(status().state()).isEqualTo(JobState.RUNNING);
        assertThat(status().result()).isNull();
    }

    @Test
    void a_waiting_job_is_cancelled_at_once_and_for_good() {
        all.ask("sum", 6, 2);
        assertThat(cancelled().state()).isEqualTo(JobState.CANCELLED);
        assertThat(Instances.claim(first)).isNull();
        assertThat(status().cancelledBy()).isEqualTo("zhao");
        assertThat(status().endedAt()).isEqualTo(Instances.START);
    }

    @Test
    void a_running_job_is_cancelled_after_its_present_step() {
        all.ask("sum", 6, 2);
        JobClaim claim = begun(first);
        all.job.meanwhile = this::cancelled;
        claim = Objects.requireNonNull(Instances.step(first, claim));
        assertThat(status().state()).isEqualTo(JobState.RUNNING);
        assertThat(Instances.step(first, claim)).isNull();
        assertThat(status().state()).isEqualTo(JobState.CANCELLED);
        assertThat(status().done()).as("what it had done").isEqualTo(2);
        assertThat(all.job.begun).hasSize(1);
    }

    @Test
    void a_job_that_ended_before_it_was_cancelled_stays_what_it_is() {
        all.ask("sum", 2, 2);
        Instances.workOff(first);
        assertThat(cancelled().state()).isEqualTo(JobState.DONE);
        assertThat(status().cancelledBy()).isNull();
        assertThat(all.jobs.cancel("acme", "nothing", "zhao")).isEmpty();
    }

    @Test
    void a_cancelled_job_whose_owner_died_is_ended_by_the_next_without_a_step() {
        all.ask("sum", 6, 2);
        begun(first);
        cancelled();
        Instances.claim(second);
        all.pass(Instances.TIMEOUT);
        Instances.workOff(second);
        assertThat(status().state()).isEqualTo(JobState.CANCELLED);
        assertThat(all.job.begun).isEmpty();
    }

    @Test
    void a_cancelled_job_that_was_put_off_does_not_wait_for_its_pause() {
        all.ask("sum", 6, 2);
        JobClaim claim = begun(first);
        all.job.trouble.set(new MongoTimeoutException("away"));
        all.job.meanwhile = this::cancelled;
        Instances.step(first, claim);
        Instances.workOff(second);
        assertThat(status().state()).isEqualTo(JobState.CANCELLED);
        assertThat(all.job.begun).hasSize(1);
    }

    @Test
    void broken_machines_put_a_job_off_with_growing_pauses_and_never_end_it() {
        all.ask("sum", 2, 2);
        all.job.trouble.set(new MongoTimeoutException("away"));
        List<Integer> triedAt = new ArrayList<>();
        for (int second = 0; second < 40; second++) {
            int before = all.job.begun.size();
            Instances.workOff(first);
            if (all.job.begun.size() > before) {
                triedAt.add(second);
            }
            all.pass(Duration.ofSeconds(1));
        }
        assertThat(triedAt).as("1, 2, 4, then 8 seconds later").containsExactly(0, 1, 3, 7, 15, 23, 31, 39);
        assertThat(status().state()).isEqualTo(JobState.WAITING);
        assertThat(status().failures()).isEqualTo(8);
        assertThat(status().problem()).isEqualTo("MongoTimeoutException");

        all.job.trouble.set(null);
        all.pass(Duration.ofSeconds(8));
        Instances.workOff(first);
        assertThat(status().state()).isEqualTo(JobState.DONE);
        assertThat(status().problem()).isNull();
    }

    @Test
    void a_fault_of_its_own_ends_a_job_after_so_many_times_at_one_place() {
        all.ask("sum", 6, 2);
        JobClaim claim = Objects.requireNonNull(Instances.step(first, begun(first)));
        all.job.trouble.set(new IllegalStateException("Wang owes 5"));
        Instances.step(first, claim);
        for (int i = 0; i < 2 * Instances.MOST_FAULTS; i++) {
            Instances.workOff(first);
            all.pass(Duration.ofSeconds(8));
        }
        assertThat(status().state()).isEqualTo(JobState.FAILED);
        assertThat(Objects.requireNonNull(status().failure()).code()).isEqualTo("given-up");
        assertThat(status().failure().message())
                .contains("3 times", "IllegalStateException")
                .doesNotContain("Wang");
        assertThat(all.job.begun).containsExactly(0, 2, 2, 2);
    }

    @Test
    void a_step_that_takes_its_instance_down_each_time_does_not_do_so_for_ever() {
        all.ask("sum", 6, 2);
        begun(first);
        for (int i = 0; i < Instances.MOST_FAULTS; i++) {
            begun(all.instance("first"));
        }
        Instances.workOff(all.instance("first"));
        assertThat(status().state()).isEqualTo(JobState.FAILED);
        assertThat(Objects.requireNonNull(status().failure()).message()).contains("fell silent");
        assertThat(all.job.begun).isEmpty();
    }

    @Test
    void what_is_too_large_for_the_document_is_a_fault() {
        assertThatThrownBy(() -> all.jobs.ask(new Talkative(), "acme", "talk", "x".repeat(530_000), "li"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 524288");
    }

    @Test
    void a_kind_that_this_instance_does_not_know_is_left_to_others() {
        all.jobs.ask(new Talkative(), "acme", "talk", "hello", "li");
        assertThat(Instances.claim(first)).isNull();
    }

    @Test
    void the_newest_come_first_page_by_page_and_only_those_of_the_tenant() {
        IntStream.range(0, 5).forEach(i -> {
            all.ask("sum-" + i, 2, 2);
            all.pass(Duration.ofSeconds(i % 2));
        });
        all.jobs.ask(all.job, "other", "sum", new Range(2, 2), "wu");
        all.jobs.ask(new Talkative(), "acme", "talk", "hello", "li");
        assertThat(ids(null)).containsExactly("talk", "sum-4", "sum-3", "sum-2", "sum-1", "sum-0");
        assertThat(ids(all.job)).containsExactly("sum-4", "sum-3", "sum-2", "sum-1", "sum-0");
        assertThatThrownBy(() -> all.jobs.newest("acme", null, "x", 2)).isInstanceOf(RequestRefused.class);
    }

    @Test
    void jobs_that_ended_long_ago_are_removed_with_what_belongs_to_them() {
        all.ask("old", 2, 2);
        Instances.workOff(first);
        all.pass(Duration.ofDays(30));
        all.ask("open", 2, 2);
        assertThat(first.retention.removeOld()).as("on its last day").isZero();
        all.pass(Duration.ofMillis(1));
        assertThat(first.retention.removeOld()).isEqualTo(1);
        assertThat(all.job.forgotten).containsExactly("acme/old");
        assertThat(all.jobs.find("acme", "old")).isEmpty();
        assertThat(all.jobs.find("acme", "open")).isPresent();
    }

    @Test
    void old_jobs_of_a_kind_that_is_not_known_do_not_keep_others_from_being_removed() {
        for (int i = 0; i < 120; i++) {
            all.jobs.ask(new Talkative(), "acme", "talk-" + i, "hello", "li");
            all.jobs.cancel("acme", "talk-" + i, "li");
        }
        all.pass(Duration.ofSeconds(1));
        all.ask("old", 2, 2);
        all.jobs.cancel("acme", "old", "li");
        all.pass(Duration.ofDays(31));
        assertThat(first.retention.removeOld()).isEqualTo(1);
        assertThat(all.jobs.find("acme", "talk-0")).isPresent();
    }

    private List<String> ids(@Nullable Job<?, ?> job) {
        List<String> ids = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<JobStatus> page = all.jobs.newest("acme", job, cursor, 2);
            page.items().stream().map(JobStatus::id).forEach(ids::add);
            cursor = page.next();
        } while (cursor != null);
        return ids;
    }

    private JobClaim begun(JobBench instance) {
        return Objects.requireNonNull(Instances.claim(instance), "nothing to do");
    }

    private void takeOver() {
        Instances.claim(second);
        all.pass(Instances.TIMEOUT);
        begun(second);
    }

    private JobStatus cancelled() {
        return all.jobs.cancel("acme", "sum", "zhao").orElseThrow();
    }

    private JobStatus status() {
        return all.job("sum");
    }

    private Document stored() {
        return Objects.requireNonNull(all.collection.find().first());
    }

    private static final class Talkative implements Job<String, String> {

        @Override
        public String name() {
            return "talk";
        }

        @Override
        public Class<String> parameters() {
            return String.class;
        }

        @Override
        public Class<String> progress() {
            return String.class;
        }

        @Override
        public JobStep<String> step(JobTurn<String, String> turn) {
            throw new AssertionError("nobody runs it");
        }
    }
}
