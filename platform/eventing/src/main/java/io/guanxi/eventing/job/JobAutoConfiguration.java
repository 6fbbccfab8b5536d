package io.guanxi.eventing.job;

import com.mongodb.ReadPreference;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.guanxi.eventing.signals.EventingSignals;
import io.guanxi.eventing.time.StoreClockAutoConfiguration;
import io.guanxi.eventlog.EventLogProperties;
import io.guanxi.eventlog.autoconfigure.MongoDatabaseAutoConfiguration;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Runs the jobs of a service that has a {@link Job}. */
@AutoConfiguration(after = {MongoDatabaseAutoConfiguration.class, StoreClockAutoConfiguration.class})
@ConditionalOnBean(Job.class)
@EnableConfigurationProperties({JobSettings.class, EventLogProperties.class})
public class JobAutoConfiguration {

    private static final int FAILURES_THAT_COUNT = 3;

    /** Knows no kinds of jobs, so that a job may ask for another one. */
    @Bean
    JobDocuments jobs(MongoDatabase database, EventLogProperties log, Clock clock) {
        return new JobDocuments(collection(database, log), new JobFormat(), clock);
    }

    @Bean
    JobBench jobBench(
            ObjectProvider<Job<?, ?>> kinds,
            JobDocuments jobs,
            MongoDatabase database,
            JobSettings settings,
            EventLogProperties log,
            Clock clock,
            ObjectProvider<MeterRegistry> meters) {
        return new JobBench(
                kinds.orderedStream().toList(),
                collection(database, log),
                jobs,
                settings,
                Optional.ofNullable(log.node())
                        .orElseGet(() -> UUID.randomUUID().toString()),
                clock,
                System::nanoTime,
                meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    /** What one owner has noted, the next one must see, whichever server answers. */
    private static MongoCollection<Document> collection(MongoDatabase database, EventLogProperties log) {
        return database.getCollection(JobFields.COLLECTION)
                .withReadPreference(ReadPreference.primary())
                .withReadConcern(log.durability().readConcern())
                .withWriteConcern(log.durability().writeConcern());
    }

    @Bean
    JobRunner jobRunner(JobBench bench) {
        return bench.runner;
    }

    @Bean
    MeterBinder jobGauges(JobBench bench) {
        return meters -> {
            Gauge.builder(EventingSignals.JOBS_RUNNING.meter(), bench.claims, JobClaims::held)
                    .register(meters);
            Gauge.builder(EventingSignals.JOBS_WAITING.meter(), bench.claims, JobAutoConfiguration::waiting)
                    .register(meters);
        };
    }

    private static double waiting(JobClaims claims) {
        try {
            return claims.waiting();
        } catch (RuntimeException e) {
            return Double.NaN;
        }
    }

    /** Down when jobs cannot be looked for; not part of readiness, since the service answers all the same. */
    @Bean
    HealthIndicator jobsHealthIndicator(JobBench bench) {
        return () -> {
            int failures = bench.runner.failedLooks();
            Health.Builder health = failures < FAILURES_THAT_COUNT ? Health.up() : Health.down();
            return health.withDetail("running", bench.claims.held())
                    .withDetail("failures", failures)
                    .build();
        };
    }
}
