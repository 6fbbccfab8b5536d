package io.guanxi.gateway;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The gateway as a program. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GatewayService {

    /** The application with its own configuration file, to be run alone or beside others in one process. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(GatewayService.class).properties("spring.config.name=gateway");
    }

    public static void main(String[] arguments) {
        application().run(arguments);
    }
}
