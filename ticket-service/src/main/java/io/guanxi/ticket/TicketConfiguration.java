package io.guanxi.ticket;

import com.mongodb.client.MongoDatabase;
import io.guanxi.ticket.desk.domain.ServiceTerms;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What the service takes from the world around it: the time, and the terms that its owner has set. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class TicketConfiguration {

    private static final Duration STORE_ANSWERS_WITHIN = Duration.ofSeconds(2);

    @Bean
    @ConditionalOnMissingBean
    Clock clock(MongoDatabase database) {
        MongoDatabase store = database.withTimeout(STORE_ANSWERS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        return new StoreClock(
                () -> store.runCommand(new Document("hello", 1))
                        .getDate("localTime")
                        .toInstant(),
                System::nanoTime);
    }

    @Bean
    ServiceTerms serviceTerms(TicketProperties properties) {
        return properties.terms();
    }
}
