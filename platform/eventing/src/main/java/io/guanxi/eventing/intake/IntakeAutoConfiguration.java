package io.guanxi.eventing.intake;

import com.mongodb.client.MongoDatabase;
import io.guanxi.eventing.ServiceProperties;
import io.guanxi.eventing.deadletter.DeadLetterIndex;
import io.guanxi.eventing.deadletter.DeadLetters;
import io.guanxi.eventing.publish.PublishAutoConfiguration;
import io.guanxi.eventing.publish.Publisher;
import io.guanxi.eventlog.autoconfigure.MongoDatabaseAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** Makes consumer functions for a service that binds one ({@code spring.cloud.function.definition}). */
@AutoConfiguration(
        after = {PublishAutoConfiguration.class, ReadingAutoConfiguration.class, MongoDatabaseAutoConfiguration.class})
@ConditionalOnProperty({"guanxi.service", "spring.cloud.function.definition"})
@EnableConfigurationProperties(IntakeSettings.class)
@PropertySource("classpath:/io/guanxi/eventing/intake-defaults.properties")
public class IntakeAutoConfiguration {

    @Bean
    MongoParking parking(MongoDatabase database) {
        return new MongoParking(database.getCollection("parked_events"));
    }

    @Bean
    DeadLetters deadLetters(ServiceProperties service, Publisher publisher, ObjectProvider<MeterRegistry> registry) {
        return new DeadLetters(
                service.service(), publisher, Clock.systemUTC(), registry.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    DeadLetterIndex deadLetterIndex(MongoDatabase database) {
        return new DeadLetterIndex(database.getCollection("dead_letters"));
    }

    @Bean
    ParkedLanes parkedLanes(MongoParking parking) {
        return new ParkedLanes(parking, System::nanoTime);
    }

    @Bean
    LaneLocks laneLocks() {
        return new LaneLocks();
    }

    @Bean(destroyMethod = "close")
    ServiceIntakes intakes(
            RecordReader reader,
            MongoParking parking,
            ParkedLanes parked,
            LaneLocks locks,
            DeadLetters deadLetters,
            DeadLetterIndex index,
            ObjectProvider<Tracer> tracer,
            ObjectProvider<Propagator> propagator,
            ObjectProvider<MeterRegistry> registry,
            IntakeSettings settings) {
        return new ServiceIntakes(
                reader,
                parking,
                parked,
                locks,
                deadLetters,
                index,
                new IntakeTracing(tracer.getIfAvailable(), propagator.getIfAvailable()),
                registry.getIfAvailable(SimpleMeterRegistry::new),
                settings);
    }

    @Bean
    Retrier parkedRetrier(
            ServiceIntakes intakes,
            ParkedLanes parked,
            LaneLocks locks,
            MongoParking parking,
            IntakeSettings settings) {
        return new Retrier(
                intakes::all,
                parked,
                locks,
                parking,
                settings.firstRetry(),
                settings.longestRetry(),
                System::nanoTime,
                parking::createIndexes);
    }

    @Bean(RecordsAsTheyCame.BEAN_NAME)
    RecordsAsTheyCame recordsAsTheyCame() {
        return new RecordsAsTheyCame();
    }

    /** What an intake throws is a broken machine: the batch comes again, for ever, while the reader stays in its group. */
    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> untilItWorks() {
        return (container, destination, group) -> {
            ExponentialBackOff backOff = new ExponentialBackOff(200, 2);
            backOff.setMaxInterval(5_000);
            DefaultErrorHandler handler = new DefaultErrorHandler(backOff);
            handler.setClassifications(Map.of(), true);
            container.setCommonErrorHandler(handler);
            container.getContainerProperties().setStopImmediate(false);
        };
    }

    @Bean
    @ConditionalOnWebApplication
    ParkedOperations parkedOperations(MongoParking parking, ServiceIntakes intakes) {
        return new ParkedOperations(parking, intakes);
    }
}
