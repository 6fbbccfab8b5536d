package io.guanxi.eventlog.autoconfigure;

import com.mongodb.client.MongoDatabase;
import io.guanxi.eventlog.Commands;
import io.guanxi.eventlog.CurrentTrace;
import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.eventlog.EventLogProperties;
import io.guanxi.eventlog.axon.CatalogueSerializer;
import io.guanxi.eventlog.axon.ChainedEventStorageEngine;
import io.guanxi.eventlog.axon.ChainedEventStore;
import io.guanxi.eventlog.axon.OriginPropagation;
import io.guanxi.eventlog.axon.Snapshots;
import io.guanxi.eventlog.axon.TokenSerializer;
import io.guanxi.eventlog.mongo.MongoEventLog;
import io.guanxi.eventlog.signals.EventLogMetrics;
import io.guanxi.eventlog.token.FencedTokenStore;
import io.guanxi.eventlog.token.Fencing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.SnapshotterSpanFactory;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotter;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration;
import org.axonframework.springboot.autoconfig.TransactionAutoConfiguration;
import org.axonframework.springboot.autoconfig.XStreamAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * The event log of a service that has an {@link EventCatalogue}. It declares every bean that Axon would otherwise choose by
 * itself, before Axon chooses: its conditions know an older Spring Boot and would be evaluated too early.
 */
@AutoConfiguration(
        after = MongoDatabaseAutoConfiguration.class,
        before = {
            AxonAutoConfiguration.class,
            NoOpTransactionAutoConfiguration.class,
            TransactionAutoConfiguration.class,
            XStreamAutoConfiguration.class
        })
@ConditionalOnBean(EventCatalogue.class)
@EnableConfigurationProperties(EventLogProperties.class)
public class EventLogAutoConfiguration {

    @Bean
    EventLogMetrics eventLogMetrics(ObjectProvider<MeterRegistry> registry) {
        return new EventLogMetrics(registry.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean(destroyMethod = "close")
    MongoEventLog mongoEventLog(MongoDatabase database, EventLogProperties properties, EventLogMetrics metrics) {
        return MongoEventLog.open(database, properties, metrics);
    }

    @Bean
    ChainedEventStorageEngine eventStorageEngine(
            MongoEventLog log,
            MongoDatabase database,
            EventCatalogue catalogue,
            ObjectProvider<EventUpcaster> upcasters,
            EventLogProperties properties,
            Configuration configuration) {
        EventUpcaster chain = new EventUpcasterChain(upcasters.orderedStream().toList());
        return ChainedEventStorageEngine.of(
                log,
                new Snapshots(database),
                catalogue,
                properties.readBatch(),
                properties.snapshotEvery(),
                // Axon collects the filters of the aggregates, which are not all known yet.
                options -> options.upcasterChain(chain)
                        .snapshotFilter(
                                snapshot -> configuration.snapshotFilter().allow(snapshot)));
    }

    @Bean(name = "eventStore", destroyMethod = "close")
    @Qualifier("eventStore")
    ChainedEventStore eventStore(
            ChainedEventStorageEngine engine,
            EventLogProperties properties,
            EventLogMetrics metrics,
            Configuration configuration) {
        ChainedEventStore store = ChainedEventStore.of(
                engine,
                properties,
                configuration.messageMonitor(EventStore.class, "eventStore"),
                configuration.getComponent(EventBusSpanFactory.class));
        metrics.following(store::tailLag, store::readerLag);
        return store;
    }

    /** For tokens and whatever else is Axon's own. */
    @Bean
    @Primary
    Serializer generalSerializer() {
        return TokenSerializer.create();
    }

    @Bean
    @Qualifier("messageSerializer")
    Serializer messageSerializer() {
        return TokenSerializer.create();
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer(EventCatalogue catalogue) {
        return new CatalogueSerializer(catalogue);
    }

    /** A commit is one insert and a token one update; there is nothing to hold together. */
    @Bean
    TransactionManager axonTransactionManager() {
        return NoTransactionManager.INSTANCE;
    }

    @Bean
    @ConditionalOnMissingBean
    TokenStore tokenStore(MongoDatabase database, Serializer serializer, EventLogProperties properties) {
        return FencedTokenStore.open(database, properties, serializer);
    }

    /** What a processor's handlers write goes under the claim of its segment. */
    @Bean
    ConfigurerModule fencingOfProcessors() {
        return configurer -> configurer.eventProcessing(
                processing -> processing.registerDefaultHandlerInterceptor((configuration, processor) ->
                        configuration.eventProcessingConfiguration().tokenStore(processor)
                                        instanceof FencedTokenStore tokens
                                ? new Fencing(tokens, processor)
                                : null));
    }

    @Bean
    CorrelationDataProvider originPropagation() {
        return new OriginPropagation();
    }

    @Bean(destroyMethod = "close")
    SnapshotThread snapshotThread() {
        return new SnapshotThread(Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("snapshots").daemon().factory()));
    }

    @Bean
    Snapshotter snapshotter(
            Configuration configuration,
            HandlerDefinition handlerDefinition,
            ParameterResolverFactory parameterResolverFactory,
            EventStore eventStore,
            SnapshotThread thread,
            SnapshotterSpanFactory spans) {
        return SpringAggregateSnapshotter.builder()
                .repositoryProvider(configuration::repository)
                .transactionManager(NoTransactionManager.INSTANCE)
                .eventStore(eventStore)
                .executor(thread.executor())
                .parameterResolverFactory(parameterResolverFactory)
                .handlerDefinition(handlerDefinition)
                .spanFactory(spans)
                .build();
    }

    /** For {@code @Aggregate(snapshotTriggerDefinition = "snapshotEveryHundredEvents")}; the property can change the number. */
    @Bean
    SnapshotTriggerDefinition snapshotEveryHundredEvents(Snapshotter snapshotter, EventLogProperties properties) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, properties.snapshotEvery());
    }

    @Bean
    Commands commands(
            CommandBus bus,
            ObjectProvider<CurrentTrace> trace,
            EventLogMetrics metrics,
            EventLogProperties properties) {
        return new Commands(
                bus, trace.getIfAvailable(() -> () -> null), metrics, properties.commandAttempts(), new Random());
    }

    /** Snapshots are taken beside the command that made one due, which does not wait. */
    record SnapshotThread(ExecutorService executor) implements AutoCloseable {
        @Override
        public void close() {
            executor.shutdownNow();
        }
    }

    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(Tracer.class)
    static class Tracing {

        @Bean
        @ConditionalOnMissingBean
        CurrentTrace currentTrace(ObjectProvider<Tracer> tracer) {
            return () -> {
                Tracer present = tracer.getIfAvailable();
                return present == null ? null : new TracerTrace(present).traceparent();
            };
        }
    }
}
