package io.guanxi.web.defaults;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * A service that names no store gets none. Left alone, the driver would look for one on this machine for as long as the
 * service runs, wherever it happens to be on the class path.
 */
final class NoStoreWithoutAddress implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final String STORE_PACKAGE = "org.springframework.boot.mongodb.autoconfigure.";

    private @Nullable Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
        boolean named = environment != null && environment.containsProperty("spring.mongodb.uri");
        boolean[] wanted = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            String name = classes[i];
            wanted[i] = name != null && (named || !name.startsWith(STORE_PACKAGE));
        }
        return wanted;
    }
}
