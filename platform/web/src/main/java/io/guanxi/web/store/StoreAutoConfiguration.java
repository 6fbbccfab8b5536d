package io.guanxi.web.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives a service that names a store the database in that name. */
@AutoConfiguration(
        after = MongoAutoConfiguration.class,
        afterName = "io.guanxi.eventlog.autoconfigure.MongoDatabaseAutoConfiguration")
@ConditionalOnClass({MongoClient.class, MongoAutoConfiguration.class})
class StoreAutoConfiguration {

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

    /** A caller is told in seconds that the store is away, and not after the driver's half minute. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MongoClientSettingsBuilderCustomizer.class)
    @EnableConfigurationProperties(StoreProperties.class)
    static class Patience {

        @Bean
        @ConditionalOnBean(MongoConnectionDetails.class)
        MongoClientSettingsBuilderCustomizer boundedServerSelection(
                StoreProperties properties, MongoConnectionDetails details) {
            return settings -> {
                if (details.getConnectionString().getServerSelectionTimeout() == null) {
                    settings.applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(
                            properties.selectionTimeout().toMillis(), TimeUnit.MILLISECONDS));
                }
            };
        }
    }
}
