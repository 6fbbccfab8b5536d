package io.guanxi.eventing.publish;

import io.guanxi.eventing.ServiceProperties;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;

/** The one connection by which a service that has a {@code guanxi.service} name writes to topics. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
@ConditionalOnProperty("guanxi.service")
@EnableConfigurationProperties(ServiceProperties.class)
public class PublishAutoConfiguration {

    /** A dead letter is its record and a few headers more; the topic of dead letters takes as much. */
    public static final int LARGEST_REQUEST = 4 << 20;

    private static final int BUFFER = 16 << 20;

    @Bean(destroyMethod = "close")
    Publisher publisher(
            KafkaProperties kafka,
            KafkaConnectionDetails connection,
            ServiceProperties service,
            @Value("${guanxi.publish.patience:30s}") Duration patience) {
        Map<String, Object> configuration = new HashMap<>(kafka.buildProducerProperties());
        configuration.put(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                connection.getProducer().getBootstrapServers());
        configuration.put(CommonClientConfigs.CLIENT_ID_CONFIG, service.service() + "-publisher");
        configuration.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
        configuration.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER);
        configuration.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 2);
        configuration.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        return new Publisher(configuration, patience);
    }
}
