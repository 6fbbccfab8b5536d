package io.guanxi.eventing.follow;

import com.mongodb.client.MongoDatabase;
import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.eventlog.EventLogProperties;
import io.guanxi.eventlog.autoconfigure.EventLogAutoConfiguration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Runs what follows the event log of a service that has one. */
@AutoConfiguration(after = EventLogAutoConfiguration.class)
@ConditionalOnBean(EventCatalogue.class)
@EnableConfigurationProperties(FollowSettings.class)
public class FollowAutoConfiguration {

    private static final int FAILURES_THAT_COUNT = 3;

    @Bean
    EventSource eventSource(EventStore store, EventCatalogue catalogue) {
        return new AxonEventSource(store, catalogue);
    }

    @Bean
    Followers followers(
            ObjectProvider<Works> works,
            EventSource source,
            MongoDatabase database,
            FollowSettings settings,
            EventLogProperties log) {
        String instance = Optional.ofNullable(log.node())
                .orElseGet(() -> UUID.randomUUID().toString());
        Checkpoints checkpoints = new Checkpoints(
                database.getCollection("checkpoints"), instance, settings.claimTimeout(), System::nanoTime);
        List<LogFollower> followers = works.orderedStream()
                .flatMap(some -> some.following(source).stream())
                .map(work -> new LogFollower(work, source, checkpoints, settings))
                .toList();
        return new Followers(followers, settings);
    }

    /** Down when a follower stands still; not part of readiness, since the service answers all the same. */
    @Bean
    HealthIndicator followersHealthIndicator(Followers followers) {
        return () -> {
            Health.Builder health = Health.up();
            for (LogFollower follower : followers.all()) {
                FollowerStatus status = follower.status();
                if (status.failures() >= FAILURES_THAT_COUNT) {
                    health.down();
                }
                health.withDetail(
                        follower.name(),
                        status.problem() == null
                                ? "position " + status.position()
                                : "stands still after position " + status.position() + ", failures "
                                        + status.failures());
            }
            return health.build();
        };
    }
}
