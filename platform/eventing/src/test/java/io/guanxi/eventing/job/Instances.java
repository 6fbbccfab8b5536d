package io.guanxi.eventing.job;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.guanxi.eventing.job.CountingJob.Range;
import io.guanxi.test.MovableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Instances of one service, whose time passes when the test says so. */
final class Instances {

    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    static final Duration TIMEOUT = Duration.ofSeconds(10);
    static final int MOST_FAULTS = 3;

    final JobSettings settings = new JobSettings(
            2,
            Duration.ofSeconds(1),
            TIMEOUT,
            Duration.ofSeconds(1),
            Duration.ofSeconds(8),
            MOST_FAULTS,
            Duration.ofDays(30));
    final MovableClock clock = new MovableClock(START);
    final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final CountingJob job = new CountingJob();
    final MongoCollection<Document> collection;
    final JobDocuments jobs;

    Instances(MongoDatabase database) {
        this.collection = database.getCollection("jobs-" + UUID.randomUUID());
        this.jobs = new JobDocuments(collection, new JobFormat(), clock);
        jobs.createIndexes();
    }

    JobBench instance(String name) {
        return new JobBench(List.of(job), collection, jobs, settings, name, clock, nanos::get, meters);
    }

    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        clock.move(time);
    }

    JobStatus ask(String id, int to, int each) {
        return jobs.ask(job, "acme", id, new Range(to, each), "li");
    }

    JobStatus job(String id) {
        return jobs.find("acme", id).orElseThrow();
    }

    /** @return null if there is nothing for it to do */
    static @Nullable JobClaim claim(JobBench instance) {
        return instance.look.next().orElse(null);
    }

    /** One step. @return null if the instance has no more to do with it */
    static @Nullable JobClaim step(JobBench instance, JobClaim claim) {
        JobClaim next = instance.work.turn(claim, () -> false);
        if (next == null) {
            instance.claims.letGo(claim);
        }
        return next;
    }

    /** Whatever there is to do for an instance, to its end. */
    static void workOff(JobBench instance) {
        for (JobClaim claim = claim(instance); claim != null; claim = claim(instance)) {
            JobClaim held = claim;
            while (held != null) {
                held = step(instance, held);
            }
        }
    }
}
