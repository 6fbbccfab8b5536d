package io.guanxi.eventlog.autoconfigure;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The one database of a service: the one that {@code spring.mongodb.uri} names. */
@AutoConfiguration(after = MongoAutoConfiguration.class)
@ConditionalOnClass(MongoClient.class)
public class MongoDatabaseAutoConfiguration {

    private static final Duration TO_FIND_A_SERVER = Duration.ofSeconds(5);
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TO_ANSWER = Duration.ofSeconds(20);

    /**
     * The driver by itself waits without end for the reply of a server that is gone without a word. Options in
     * {@code spring.mongodb.uri} come later and go before these.
     */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    MongoClientSettingsBuilderCustomizer mongoTimeouts() {
        return settings -> settings.applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(TO_FIND_A_SERVER.toMillis(), TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(TO_CONNECT.toMillis(), TimeUnit.MILLISECONDS)
                        .readTimeout(TO_ANSWER.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBean({MongoClient.class, MongoConnectionDetails.class})
    MongoDatabase mongoDatabase(MongoClient client, MongoConnectionDetails details) {
        String name = details.getConnectionString().getDatabase();
        if (name == null) {
            throw new IllegalStateException(
                    "spring.mongodb.uri names no database (expected: mongodb://host:port/name)");
        }
        return client.getDatabase(name);
    }
}
