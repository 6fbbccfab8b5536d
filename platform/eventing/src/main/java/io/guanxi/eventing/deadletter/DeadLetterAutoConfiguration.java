package io.guanxi.eventing.deadletter;

import io.guanxi.contracts.Topics;
import io.guanxi.eventing.ServiceProperties;
import io.guanxi.eventing.publish.Publisher;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;

/** Lists and replays the dead letters of a service that reads topics. */
@AutoConfiguration(afterName = "io.guanxi.eventing.intake.IntakeAutoConfiguration")
@ConditionalOnBean({DeadLetterIndex.class, ConsumedTopics.class})
public class DeadLetterAutoConfiguration {

    @Bean
    DeadLetterIndexer deadLetterIndexer(
            DeadLetterIndex index,
            ConsumedTopics topics,
            ServiceProperties service,
            KafkaProperties kafka,
            KafkaConnectionDetails connection) {
        Map<String, Object> consumer = new HashMap<>(kafka.buildConsumerProperties());
        consumer.put(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                connection.getConsumer().getBootstrapServers());
        return new DeadLetterIndexer(
                index,
                () -> topics.consumedTopics().stream()
                        .map(topic -> Topics.deadLetters(topic, service.service()))
                        .toList(),
                service.service() + "-dead-letters",
                consumer);
    }

    @Bean
    @ConditionalOnWebApplication
    DeadLetterOperations deadLetterOperations(
            DeadLetterIndex index,
            ReplayCheck check,
            Publisher publisher,
            @Value("${guanxi.operations.platform-tenant:platform}") String platformTenant) {
        return new DeadLetterOperations(index, new DeadLetterReplay(index, check, publisher), platformTenant);
    }
}
