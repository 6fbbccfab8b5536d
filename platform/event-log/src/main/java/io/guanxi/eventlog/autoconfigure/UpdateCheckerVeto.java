package io.guanxi.eventlog.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/** Keeps Axon's update checker out: it reports the machine and its libraries to the vendor, unless every user opts out. */
final class UpdateCheckerVeto implements AutoConfigurationImportFilter {

    private static final String UPDATE_CHECKER =
            "org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration";

    @Override
    public boolean[] match(@Nullable String[] autoConfigurations, AutoConfigurationMetadata metadata) {
        boolean[] wanted = new boolean[autoConfigurations.length];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = !UPDATE_CHECKER.equals(autoConfigurations[i]);
        }
        return wanted;
    }
}
