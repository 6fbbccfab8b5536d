package io.guanxi.standalone.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Keeps from a service the auto-configuration of libraries that only other services have on their class path. In this
 * process the class path is everybody's; without this, a service would start, and serve, what it does not know of.
 */
final class OnlyWhatAServiceUses implements AutoConfigurationImportFilter, EnvironmentAware {

    /** Prefixes of class names, separated by commas. */
    static final String WITHOUT = "guanxi.standalone.without";

    private List<String> without = List.of();

    @Override
    public void setEnvironment(Environment environment) {
        without = List.of(environment.getProperty(WITHOUT, String[].class, new String[0]));
    }

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        boolean[] kept = new boolean[candidates.length];
        for (int index = 0; index < candidates.length; index++) {
            String candidate = candidates[index];
            kept[index] = candidate == null || without.stream().noneMatch(candidate::startsWith);
        }
        return kept;
    }
}
