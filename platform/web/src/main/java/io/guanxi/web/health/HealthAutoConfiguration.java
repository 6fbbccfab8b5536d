package io.guanxi.web.health;

import com.mongodb.client.MongoDatabase;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Contributes {@code store} and {@code broker} to readiness, each where the service names one. */
@AutoConfiguration(afterName = "io.guanxi.web.store.StoreAutoConfiguration")
class HealthAutoConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MongoDatabase.class)
    static class Store {

        @Bean
        @ConditionalOnBean(MongoDatabase.class)
        @ConditionalOnEnabledHealthIndicator("store")
        StoreHealth storeHealthIndicator(MongoDatabase database) {
            return new StoreHealth(database);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(Admin.class)
    static class Broker {

        @Bean
        @ConditionalOnProperty("spring.kafka.bootstrap-servers")
        @ConditionalOnEnabledHealthIndicator("broker")
        BrokerHealth brokerHealthIndicator(Environment environment) {
            return new BrokerHealth(settings(environment));
        }

        /** As the service's other clients are set, without their libraries: a service may have the bare client only. */
        private static Map<String, Object> settings(Environment environment) {
            Map<String, Object> settings = new HashMap<>();
            Binder binder = Binder.get(environment);
            Bindable<Map<String, String>> texts = Bindable.mapOf(String.class, String.class);
            binder.bind("spring.kafka.properties", texts).ifBound(settings::putAll);
            binder.bind("spring.kafka.admin.properties", texts).ifBound(settings::putAll);
            binder.bind("spring.kafka.security.protocol", String.class)
                    .ifBound(protocol -> settings.put(AdminClientConfig.SECURITY_PROTOCOL_CONFIG, protocol));
            settings.put(
                    AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                    environment.getRequiredProperty("spring.kafka.bootstrap-servers"));
            settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "guanxi-health");
            return settings;
        }
    }
}
