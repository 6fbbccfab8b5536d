package io.guanxi.ticket;

import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The service as a process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class TicketService {

    /** The service, ready to run, configured by {@code ticket-service.yml}. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(TicketService.class)
                .properties("spring.config.name=ticket-service")
                .bannerMode(Banner.Mode.OFF);
    }

    public static void main(String[] arguments) {
        application().run(arguments);
    }
}
