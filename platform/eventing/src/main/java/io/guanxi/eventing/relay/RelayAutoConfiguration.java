package io.guanxi.eventing.relay;

import io.guanxi.eventing.ServiceProperties;
import io.guanxi.eventing.follow.FollowAutoConfiguration;
import io.guanxi.eventing.follow.Followers;
import io.guanxi.eventing.follow.LogFollower;
import io.guanxi.eventing.follow.Work;
import io.guanxi.eventing.follow.Works;
import io.guanxi.eventing.publish.EventingJson;
import io.guanxi.eventing.publish.PublishAutoConfiguration;
import io.guanxi.eventing.publish.Publisher;
import io.guanxi.eventing.signals.EventingSignals;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Publishes for a service that has a {@link Publication}. */
@AutoConfiguration(after = PublishAutoConfiguration.class, before = FollowAutoConfiguration.class)
@ConditionalOnBean(Publication.class)
public class RelayAutoConfiguration {

    @Bean
    Works relays(
            List<Publication> publications,
            Publisher publisher,
            ServiceProperties service,
            ObjectProvider<MeterRegistry> registry) {
        JsonMapper mapper = EventingJson.mapper();
        MeterRegistry meters = registry.getIfAvailable(SimpleMeterRegistry::new);
        return source -> publications.stream()
                .<Work>map(publication -> new Relay(
                        publication,
                        service.source(),
                        publisher,
                        mapper,
                        meters.counter(EventingSignals.RELAY_EVENTS.meter(), "publication", publication.name())
                                ::increment))
                .toList();
    }

    @Bean
    MeterBinder relayGauges(List<Publication> publications, Followers followers) {
        Map<String, LogFollower> byName =
                followers.all().stream().collect(Collectors.toMap(LogFollower::name, Function.identity()));
        return meters -> publications.forEach(publication -> {
            LogFollower follower = byName.get(Relay.nameOf(publication));
            if (follower == null) {
                return;
            }
            Gauge.builder(EventingSignals.RELAY_LAG.meter(), follower, LogFollower::lag)
                    .tag("publication", publication.name())
                    .register(meters);
            Gauge.builder(
                            EventingSignals.RELAY_ERRORS.meter(),
                            follower,
                            f -> f.status().failures())
                    .tag("publication", publication.name())
                    .register(meters);
        });
    }
}
