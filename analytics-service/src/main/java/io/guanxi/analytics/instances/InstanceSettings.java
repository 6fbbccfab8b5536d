package io.guanxi.analytics.instances;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How instances of this service trust each other ({@code guanxi.analytics}).
 *
 * @param instanceSecret what all instances know and nobody else; at least 24 characters. Without it instances tell each other
 *     nothing, and what looks at all customers is refused as soon as there are two instances
 * @param instanceTimeout how long another instance may tell nothing before it is given up
 */
@ConfigurationProperties("guanxi.analytics")
record InstanceSettings(
        @Nullable String instanceSecret,
        @DefaultValue("15s") Duration instanceTimeout) {

    private static final int SHORTEST = 24;

    InstanceSettings {
        if (instanceSecret != null && instanceSecret.length() < SHORTEST) {
            throw new IllegalArgumentException("guanxi.analytics.instance-secret: " + instanceSecret.length()
                    + " characters (expected: at least " + SHORTEST + ")");
        }
        if (!instanceTimeout.isPositive()) {
            throw new IllegalArgumentException(
                    "guanxi.analytics.instance-timeout: " + instanceTimeout + " (expected: more than zero)");
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "InstanceSettings[instanceSecret=" + (instanceSecret == null ? "none" : "set") + ", instanceTimeout="
                + instanceTimeout + "]";
    }
}
