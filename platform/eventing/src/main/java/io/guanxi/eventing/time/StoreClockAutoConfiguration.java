package io.guanxi.eventing.time;

import com.mongodb.client.MongoDatabase;
import io.guanxi.eventlog.autoconfigure.MongoDatabaseAutoConfiguration;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Gives a service that has a database the time of its store, unless it has a clock of its own. */
@AutoConfiguration(after = MongoDatabaseAutoConfiguration.class)
@ConditionalOnBean(MongoDatabase.class)
public class StoreClockAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock(MongoDatabase database) {
        return StoreClock.of(database);
    }
}
