package io.guanxi.eventing.job;

import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.bson.Document;

/** All that one instance of a service needs to run its jobs, put together. */
final class JobBench {

    final JobClaims claims;
    final JobNotes notes;
    final JobWork work;
    final JobLook look;
    final JobRetention retention;
    final JobRunner runner;

    /**
     * @param instance who claims, unlike any other that is alive
     * @param nanoTime a monotonic clock
     */
    JobBench(
            Collection<Job<?, ?>> kinds,
            MongoCollection<Document> collection,
            JobDocuments documents,
            JobSettings settings,
            String instance,
            Clock clock,
            LongSupplier nanoTime,
            MeterRegistry registry) {
        kinds.forEach(job -> JobFields.requireName(job.name()));
        Map<String, Job<?, ?>> jobs = kinds.stream().collect(Collectors.toMap(Job::name, Function.identity()));
        JobMeters meters = new JobMeters(registry);
        this.claims = new JobClaims(collection, settings, instance, clock, nanoTime);
        this.notes = new JobNotes(collection, instance, clock);
        this.work = new JobWork(jobs, notes, new JobFormat(), settings, meters);
        this.retention = new JobRetention(collection, jobs, settings.keep(), clock);
        this.look = new JobLook(jobs.keySet(), documents, claims, retention, meters, nanoTime);
        this.runner = new JobRunner(look, claims, notes, work, settings, documents);
    }
}
