package io.guanxi.analytics.instances;

import io.guanxi.analytics.measuring.stream.LocalPopulation;
import io.guanxi.contracts.Topics;
import io.guanxi.web.problem.ProblemWriter;
import org.apache.kafka.clients.admin.TopicDescription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

@Configuration(proxyBeanMethods = false)
class InstanceConfiguration {

    @Bean
    InstanceSecret instanceSecret(InstanceSettings settings) {
        return new InstanceSecret(settings.instanceSecret());
    }

    /** Before that of people, whose tokens open nothing here. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain instanceSecurity(HttpSecurity http, InstanceSecret secret, ProblemWriter problems) {
        return http.securityMatcher(PopulationController.PATH + "/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .addFilterBefore(new InstanceGate(secret, problems), AuthorizationFilter.class)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean(destroyMethod = "close")
    RemotePopulation remotePopulation(InstanceSecret secret, InstanceSettings settings) {
        return new RemotePopulation(secret, settings.instanceTimeout());
    }

    @Bean
    @Primary
    WholePopulation wholePopulation(LocalPopulation local, RemotePopulation remote, KafkaAdmin kafka) {
        return new WholePopulation(WholePopulation.Local.of(local), remote, () -> partitions(kafka));
    }

    /** None of a topic that is not there. */
    private static int partitions(KafkaAdmin kafka) {
        TopicDescription orders = kafka.describeTopics(Topics.SHOP_ORDERS).get(Topics.SHOP_ORDERS);
        return orders == null ? 0 : orders.partitions().size();
    }
}
