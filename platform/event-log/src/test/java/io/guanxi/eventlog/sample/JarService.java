package io.guanxi.eventlog.sample;

import io.guanxi.eventlog.EventCatalogue;
import org.axonframework.config.ConfigurerModule;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** The smallest service with an event log. */
@SpringBootApplication
public class JarService {

    @Bean
    EventCatalogue eventCatalogue() {
        return EventCatalogue.builder()
                .event("jar.placed", JarEvent.JarPlaced.class)
                .event("jar.coins-added", JarEvent.CoinsAdded.class)
                .event("jar.sealed", JarEvent.JarSealed.class)
                .variant("anonymous", JarEvent.Gift.Anonymous.class)
                .variant("from", JarEvent.Gift.From.class)
                .build();
    }

    /** A process that lives shows it often, so that tests need not wait long to take one for dead. */
    @Bean
    ConfigurerModule beatingOften() {
        return configurer -> configurer
                .eventProcessing()
                .registerPooledStreamingEventProcessorConfiguration(
                        "jar-follower", (configuration, builder) -> builder.claimExtensionThreshold(200));
    }

    public static ConfigurableApplicationContext start(String storeUri, String... arguments) {
        return new SpringApplicationBuilder(JarService.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.config.name=jar-service",
                        "spring.mongodb.uri=" + storeUri,
                        "spring.main.banner-mode=off",
                        "logging.level.root=WARN",
                        "axon.eventhandling.processors.jar-follower.mode=pooled",
                        "axon.eventhandling.processors.jar-follower.token-claim-interval=200",
                        "axon.eventhandling.processors.jar-follower.initial-segment-count=1")
                .run(arguments);
    }
}
