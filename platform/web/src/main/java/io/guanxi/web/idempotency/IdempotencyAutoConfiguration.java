package io.guanxi.web.idempotency;

import com.mongodb.client.MongoDatabase;
import io.guanxi.web.WebProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/** Honours {@code Idempotency-Key} in a service that has a store. */
@AutoConfiguration(afterName = "io.guanxi.web.store.StoreAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(MongoDatabase.class)
@ConditionalOnBean(MongoDatabase.class)
@ConditionalOnBooleanProperty(name = "guanxi.web.idempotency.enabled", matchIfMissing = true)
class IdempotencyAutoConfiguration {

    /** After the caller is known. */
    private static final int ORDER = SecurityFilterProperties.DEFAULT_FILTER_ORDER + 10;

    @Bean
    KeyStore idempotencyKeys(MongoDatabase database, WebProperties properties) {
        return new KeyStore(database, properties.idempotency().lease());
    }

    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(KeyStore keys) {
        FilterRegistrationBean<IdempotencyFilter> filter = new FilterRegistrationBean<>(new IdempotencyFilter(keys));
        filter.setOrder(ORDER);
        return filter;
    }

    @Bean
    KeySweeper idempotencyKeySweeper(MongoDatabase database, WebProperties properties) {
        KeySweeper sweeper = new KeySweeper(database, properties.idempotency().retention());
        sweeper.start(properties.idempotency().sweepInterval());
        return sweeper;
    }
}
