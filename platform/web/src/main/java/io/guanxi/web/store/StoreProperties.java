package io.guanxi.web.store;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient a service is with its store; what {@code spring.mongodb.uri} says itself comes before.
 *
 * @param selectionTimeout how long an operation waits for a server that can take it
 */
@ConfigurationProperties("guanxi.store")
record StoreProperties(@DefaultValue("5s") Duration selectionTimeout) {

    StoreProperties {
        if (!selectionTimeout.isPositive()) {
            throw new IllegalArgumentException(
                    "guanxi.store.selection-timeout: %s (expected: more than 0)".formatted(selectionTimeout));
        }
    }
}
