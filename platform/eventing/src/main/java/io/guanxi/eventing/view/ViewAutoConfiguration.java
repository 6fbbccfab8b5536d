package io.guanxi.eventing.view;

import com.mongodb.client.MongoDatabase;
import io.guanxi.eventing.ServiceProperties;
import io.guanxi.eventing.follow.FollowAutoConfiguration;
import io.guanxi.eventing.follow.Followers;
import io.guanxi.eventing.follow.LogFollower;
import io.guanxi.eventing.follow.Works;
import io.guanxi.eventing.publish.PublishAutoConfiguration;
import io.guanxi.eventing.publish.Publisher;
import io.guanxi.eventing.signals.EventingSignals;
import io.guanxi.eventlog.autoconfigure.MongoDatabaseAutoConfiguration;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Keeps the views of a service that has a {@link View}. */
@AutoConfiguration(
        after = {MongoDatabaseAutoConfiguration.class, PublishAutoConfiguration.class},
        before = FollowAutoConfiguration.class)
@ConditionalOnBean(View.class)
public class ViewAutoConfiguration {

    @Bean
    ServiceViews views(ObjectProvider<View<?>> views, MongoDatabase database) {
        return new ServiceViews(views.orderedStream().toList(), database);
    }

    @Bean
    Works viewKeepers(
            ServiceViews views,
            Publisher publisher,
            ServiceProperties service,
            ObjectProvider<MeterRegistry> registry) {
        MeterRegistry meters = registry.getIfAvailable(SimpleMeterRegistry::new);
        return source ->
                views.keepers(source, publisher, service.source(), meters).toList();
    }

    @Bean
    MeterBinder viewGauges(ServiceViews views, Followers followers) {
        List<ViewProgress> progress = ViewProgress.of(views.names(), followers);
        return meters -> progress.forEach(view -> {
            LogFollower follower = view.follower();
            Gauge.builder(EventingSignals.VIEW_LAG.meter(), follower, LogFollower::lag)
                    .tag("view", view.name())
                    .register(meters);
            Gauge.builder(
                            EventingSignals.VIEW_ERRORS.meter(),
                            follower,
                            f -> f.status().failures())
                    .tag("view", view.name())
                    .register(meters);
        });
    }

    @Bean
    @ConditionalOnWebApplication
    ViewOperations viewOperations(ServiceViews views, Followers followers) {
        return new ViewOperations(views, ViewProgress.of(views.names(), followers));
    }
}
