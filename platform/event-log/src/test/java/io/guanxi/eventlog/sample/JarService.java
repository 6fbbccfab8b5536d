package io.guanxi.eventlog.sample;

import io.guanxi.eventlog.EventCatalogue;
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

    public static ConfigurableApplicationContext start(String storeUri, String... arguments) {
        return new SpringApplicationBuilder(JarService.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.config.name=jar-service",
                        "spring.mongodb.uri=" + storeUri,
                        "spring.main.banner-mode=off",
                        "logging.level.root=WARN",
                        "axon.eventhandling.processors.jar-follower.mode=pooled",
                        "axon.eventhandling.processors.jar-follower.initial-segment-count=1")
                .run(arguments);
    }
}
