package io.guanxi.standalone.issuer;

import io.guanxi.standalone.data.DataLayout;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The development issuer as a running part: an OAuth2 authorization server with the client-credentials grant. Its key and
 * its client's secret live in the data folder, so that tokens outlive a restart.
 */
public final class Issuer implements AutoCloseable {

    /** The one client it knows. */
    public static final String CLIENT = "guanxi-cli";

    private final ConfigurableApplicationContext context;

    private Issuer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static Issuer start(DataLayout data, String address, int port, ServiceSwitch services) {
        SpringApplication application = new SpringApplicationBuilder(IssuerConfiguration.class)
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .properties(Map.of("spring.config.name", "development-issuer"))
                .initializers((GenericApplicationContext context) -> {
                    context.registerBean(DataLayout.class, () -> data);
                    context.registerBean(ServiceSwitch.class, () -> services);
                })
                .build();
        return new Issuer(
                application.run("--server.address=" + address, "--server.port=" + port, "--spring.jmx.enabled=false"));
    }

    @Override
    public void close() {
        context.close();
    }
}
