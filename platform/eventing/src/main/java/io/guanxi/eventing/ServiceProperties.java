package io.guanxi.eventing;

import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who this service is.
 *
 * @param service {@code guanxi.service}: its short name, such as {@code loyalty}; also its consumer group
 */
@ConfigurationProperties("guanxi")
public record ServiceProperties(String service) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,40}");

    public ServiceProperties {
        if (service == null || !NAME.matcher(service).matches()) {
            throw new IllegalArgumentException("guanxi.service: " + service + " (expected: " + NAME + ")");
        }
    }

    /** The source of what this service publishes. */
    public String source() {
        return "urn:guanxi:service:" + service;
    }
}
