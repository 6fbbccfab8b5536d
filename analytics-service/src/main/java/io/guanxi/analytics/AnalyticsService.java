package io.guanxi.analytics;

import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The service as a process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AnalyticsService {

    /** The service, ready to run, configured by {@code analytics-service.yml}. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(AnalyticsService.class)
                .properties("spring.config.name=analytics-service")
                .bannerMode(Banner.Mode.OFF);
    }

    public static void main(String[] arguments) {
        application().run(arguments);
    }
}
