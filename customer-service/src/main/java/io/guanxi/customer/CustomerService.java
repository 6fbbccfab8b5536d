package io.guanxi.customer;

import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The service as a process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CustomerService {

    /** The service, ready to run, configured by {@code customer-service.yml}. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(CustomerService.class)
                .properties("spring.config.name=customer-service")
                .bannerMode(Banner.Mode.OFF);
    }

    public static void main(String[] arguments) {
        application().run(arguments);
    }
}
