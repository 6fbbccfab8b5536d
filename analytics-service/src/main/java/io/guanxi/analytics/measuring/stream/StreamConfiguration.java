package io.guanxi.analytics.measuring.stream;

import com.mongodb.client.MongoDatabase;
import io.guanxi.contracts.SchemaCatalogue;
import io.guanxi.eventing.ServiceProperties;
import io.guanxi.eventing.deadletter.ConsumedTopics;
import io.guanxi.eventing.deadletter.DeadLetterIndex;
import io.guanxi.eventing.intake.RecordReader;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.HostInfo;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Puts the streams together. */
@Configuration(proxyBeanMethods = false)
class StreamConfiguration {

    @Bean(destroyMethod = "close")
    RocksMemory rocksMemory(AnalyticsSettings settings) {
        return new RocksMemory(settings.rocksMemory().toBytes());
    }

    /** With these two the platform lists and replays the dead letters of this service as those of every other. */
    @Bean
    DeadLetterIndex deadLetterIndex(MongoDatabase database) {
        return new DeadLetterIndex(database.getCollection("dead_letters"));
    }

    @Bean
    ConsumedTopics consumedTopics() {
        return () -> ValueTopology.SOURCES;
    }

    @Bean(destroyMethod = "close")
    ReplayPost replayPost(DeadLetterIndex index) {
        return new ReplayPost(index);
    }

    @Bean
    ValueTopology.Parts valueTopologyParts(
            AnalyticsSettings settings,
            ServiceProperties service,
            RecordReader reader,
            ReplayAnswers replayAnswers,
            BoundariesDesk desk,
            ObjectProvider<MeterRegistry> meters) {
        return new ValueTopology.Parts(
                service.service(),
                reader,
                new ValueStates(service.source(), SchemaCatalogue.published()),
                new StandingEvents(service.source(), SchemaCatalogue.published()),
                replayAnswers,
                desk,
                settings.revision().rule(),
                settings.comparison(),
                new StreamSignals(meters.getIfAvailable(SimpleMeterRegistry::new)),
                settings.tenantPartitions(),
                settings.revision().checkEvery(),
                settings.rescoring().every(),
                settings.rescoring().slice(),
                settings.grace());
    }

    @Bean
    AnalyticsStreams analyticsStreams(
            ValueTopology.Parts parts,
            AnalyticsSettings settings,
            ServiceProperties service,
            RocksMemory memory,
            KafkaProperties kafka,
            KafkaConnectionDetails connection,
            Environment environment,
            ObjectProvider<MeterRegistry> meters) {
        Map<String, Object> client = new HashMap<>(kafka.buildStreamsProperties());
        client.put(
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, connection.getStreams().getBootstrapServers());
        SourceTopics sources = new SourceTopics(client);
        return new AnalyticsStreams(
                () -> {
                    sources.check();
                    return ValueTopology.of(parts);
                },
                new StreamProperties(client, service.service(), settings, memory),
                address(settings, environment),
                meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    /** Known when the web server has its port. */
    private static Supplier<HostInfo> address(AnalyticsSettings settings, Environment environment) {
        String advertised = settings.advertisedAddress();
        if (advertised != null) {
            return () -> HostInfo.buildFromEndpoint(advertised);
        }
        String host = environment.getProperty("server.address", "127.0.0.1");
        return () -> new HostInfo(host, environment.getProperty("local.server.port", Integer.class, 0));
    }

    @Bean
    ValueQuestions valueQuestions(AnalyticsStreams streams, AnalyticsSettings settings) {
        return new ValueQuestions(streams::answering, streams::address, settings.comparison());
    }

    @Bean
    LocalPopulation localPopulation(AnalyticsStreams streams) {
        return new LocalPopulation(streams::answering, streams::address);
    }

    @Bean
    StreamsHealth streamsHealthIndicator(AnalyticsStreams streams) {
        return new StreamsHealth(streams);
    }

    @Bean
    StreamMeters streamMeters(AnalyticsStreams streams) {
        return new StreamMeters(streams);
    }
}
