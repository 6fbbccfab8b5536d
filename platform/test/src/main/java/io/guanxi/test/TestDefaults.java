package io.guanxi.test;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Logs that people read, in every application that a test starts; whatever a service or a test says comes before. */
final class TestDefaults implements EnvironmentPostProcessor, Ordered {

    private static final Map<String, Object> DEFAULTS = Map.of(
            "logging.structured.format.console", "",
            "logging.level.org.apache.kafka", "warn",
            "logging.level.kafka", "warn",
            "logging.level.state.change.logger", "warn",
            "logging.level.org.mongodb.driver", "warn");

    /** Before the platform's own defaults are put below everything, so that these come out above them. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 10;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("test defaults", DEFAULTS));
    }
}
