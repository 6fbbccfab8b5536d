package io.guanxi.eventing.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.guanxi.embedded.EmbeddedStore;
import io.guanxi.eventing.job.CountingJob.Range;
import io.guanxi.eventing.time.StoreClockAutoConfiguration;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Jobs with real threads, real processes and real time. */
class SurvivingProcessesIT {

    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final int NUMBERS = 40;
    private static final long SUM = 40 * 41 / 2;

    @TempDir
    static Path folder;

    private static EmbeddedStore store;
    private static MongoClient client;

    private final MongoDatabase database = client.getDatabase("j" + UUID.randomUUID());
    private final MongoCollection<Document> collection = database.getCollection("jobs");
    private final CountingJob job = CountingProcess.slowJob();
    private final JobDocuments jobs = new JobDocuments(collection, new JobFormat(), Clock.systemUTC());
    private final JobBench here = CountingProcess.instance(collection, job, "here");
    private Process process;

    @BeforeAll
    static void startStore() {
        store = EmbeddedStore.start(folder, 0);
        client = MongoClients.create(store.uri());
    }

    @AfterAll
    static void stopStore() {
        client.close();
        store.close();
    }

    @AfterEach
    void stop() {
        here.runner.stop();
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void a_job_whose_process_is_killed_goes_on_elsewhere_from_its_last_step() throws Exception {
        ask("sum", NUMBERS);
        process = CountingProcess.start(store.uri(), database.getName(), folder);
        await("sum", status -> status.done() >= 3);
        process.destroyForcibly().waitFor();
        long reached = status("sum").done();
        here.runner.start();

        await("sum", status -> status.state() == JobState.DONE);
        assertThat(Objects.requireNonNull(status("sum").result()).path("sum").asLong())
                .isEqualTo(SUM);
        assertThat(job.begun.getFirst()).as("the first step here").isEqualTo((int) reached);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_process_that_was_stopped_and_wakes_up_changes_nothing_and_is_of_use_again() throws Exception {
        ask("sum", NUMBERS);
        process = CountingProcess.start(store.uri(), database.getName(), folder);
        await("sum", status -> status.done() >= 3);
        signal("STOP");
        here.runner.start();
        await("sum", status -> status.state() == JobState.DONE);
        here.runner.stop();
        Document ended = collection.find().first();
        int stepsHere = job.begun.size();

        signal("CONT");
        ask("next", 3);
        await("next", status -> status.state() == JobState.DONE);
        assertThat(collection.find(new Document("_id", "acme/sum")).first()).isEqualTo(ended);
        assertThat(job.begun).as("it was the process that did it").hasSize(stepsHere);
    }

    @Test
    void a_restart_gives_a_job_back_and_goes_on_with_it() {
        ask("sum", NUMBERS);
        here.runner.start();
        await("sum", status -> status.done() >= 3);
        here.runner.stop();
        JobStatus between = status("sum");
        assertThat(between.state()).isEqualTo(JobState.WAITING);
        int steps = job.begun.size();
        assertThat(between.done()).as("no step is lost").isEqualTo(steps);

        here.runner.start();
        await("sum", status -> status.state() == JobState.DONE);
        assertThat(job.begun).as("and none is done twice").hasSize(NUMBERS).doesNotHaveDuplicates();
    }

    @Test
    void a_running_job_is_cancelled_while_another_one_goes_on_beside_it() {
        ask("long", 1_000_000);
        ask("sum", NUMBERS);
        here.runner.start();
        await("long", status -> status.done() >= 3);
        jobs.cancel("acme", "long", "zhao");
        await("long", status -> status.state() == JobState.CANCELLED);
        await("sum", status -> status.state() == JobState.DONE);
    }

    @Test
    void a_service_with_a_job_runs_it_and_one_without_has_none() {
        ApplicationContextRunner service = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(StoreClockAutoConfiguration.class, JobAutoConfiguration.class))
                .withPropertyValues("guanxi.job.poll=50ms")
                .withBean(MongoDatabase.class, () -> database);
        service.run(context -> assertThat(context).doesNotHaveBean(Jobs.class));
        service.withBean(CountingJob.class, () -> job).run(context -> {
            Jobs ofTheService = context.getBean(Jobs.class);
            ofTheService.ask(job, "acme", "sum", new Range(4, 1), "li");
            await("sum", status -> status.state() == JobState.DONE);
            assertThat(Objects.requireNonNull(
                                    context.getBean(HealthIndicator.class).health())
                            .getStatus())
                    .isEqualTo(Status.UP);
        });
        service.withBean(CountingJob.class, () -> job)
                .withPropertyValues("guanxi.job.parallel=0")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("guanxi.job.parallel: 0 (expected: 1 to 64)"));
    }

    private void ask(String id, int to) {
        jobs.ask(job, "acme", id, new Range(to, 1), "li");
    }

    private JobStatus status(String id) {
        return jobs.find("acme", id).orElseThrow();
    }

    private void await(String id, Predicate<JobStatus> expected) {
        Awaitility.await().atMost(DEADLINE).pollInterval(Duration.ofMillis(20)).until(() -> status(id), expected);
    }

    private void signal(String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }
}
