package io.guanxi.eventing.topics;

import io.guanxi.contracts.TopicDefinition;
import io.guanxi.contracts.Topics;
import io.guanxi.eventing.ServiceProperties;
import io.guanxi.eventing.deadletter.ConsumedTopics;
import io.guanxi.eventing.deadletter.DeadLetterAutoConfiguration;
import io.guanxi.eventing.publish.PublishAutoConfiguration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;

/** Creates the published topics, and those of dead letters for what the service reads. */
@AutoConfiguration(after = {PublishAutoConfiguration.class, DeadLetterAutoConfiguration.class})
@ConditionalOnBean(ServiceProperties.class)
@EnableConfigurationProperties(TopicSettings.class)
public class TopicsAutoConfiguration {

    @Bean
    TopicsInitializer topicsInitializer(
            KafkaProperties kafka,
            KafkaConnectionDetails connection,
            ServiceProperties service,
            ObjectProvider<ConsumedTopics> consumed,
            TopicSettings settings) {
        Map<String, Object> admin = new HashMap<>(kafka.buildAdminProperties());
        admin.put(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                connection.getAdmin().getBootstrapServers());
        return new TopicsInitializer(
                () -> Admin.create(admin),
                () -> topics(service.service(), consumed.getIfAvailable(() -> List::of), settings),
                settings.startTimeout());
    }

    private static Collection<NewTopic> topics(String group, ConsumedTopics consumed, TopicSettings settings) {
        List<NewTopic> topics = new ArrayList<>();
        Topics.all().forEach(topic -> topics.add(topic(topic, settings, Map.of())));
        // A dead letter is larger than its record by a few headers.
        Map<String, String> larger =
                Map.of("max.message.bytes", Integer.toString(PublishAutoConfiguration.LARGEST_REQUEST));
        consumed.consumedTopics()
                .forEach(topic -> topics.add(topic(Topics.deadLettersDefinition(topic, group), settings, larger)));
        return topics;
    }

    private static NewTopic topic(TopicDefinition definition, TopicSettings settings, Map<String, String> more) {
        Map<String, String> configuration = new HashMap<>(definition.configuration());
        configuration.putAll(more);
        if (settings.minInSyncReplicas() > 0) {
            configuration.put("min.insync.replicas", Integer.toString(settings.minInSyncReplicas()));
        }
        return new NewTopic(definition.name(), settings.partitions(), settings.replicationFactor())
                .configs(configuration);
    }
}
