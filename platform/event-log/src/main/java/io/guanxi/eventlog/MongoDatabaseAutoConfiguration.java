package io.guanxi.eventlog;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;

/** The one database of a service: the one that {@code spring.mongodb.uri} names. */
@AutoConfiguration(after = MongoAutoConfiguration.class)
public class MongoDatabaseAutoConfiguration {

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
