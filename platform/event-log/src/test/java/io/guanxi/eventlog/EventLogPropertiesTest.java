package io.guanxi.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class EventLogPropertiesTest {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Test
    void everythingHasADefault() {
        application.run(context -> {
            EventLogProperties properties = context.getBean(EventLogProperties.class);
            assertThat(properties.tokenClaimTimeout()).isEqualTo(Duration.ofSeconds(10));
            assertThat(properties.node()).isNull();
            assertThat(properties.durability()).isEqualTo(EventLogProperties.Durability.MAJORITY);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "durability=sometimes",
                "append-timeout=0s",
                "group-commits=0",
                "poll-interval=0ms",
                "read-batch=0",
                "tail-events=0",
                "snapshot-every=1",
                "command-attempts=0",
                "token-claim-timeout=0s",
                "token-claim-timeout=-10s",
                "node="
            })
    void whatCannotWorkIsRefusedAtTheStart(String setting) {
        application
                .withPropertyValues("guanxi.event-log." + setting)
                .run(context -> assertThat(context).hasFailed());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(EventLogProperties.class)
    static class Settings {}
}
