package io.guanxi.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of HTTP.
 *
 * @param maxBodyBytes how long a request body may be, in bytes
 * @param largerBodies paths that take more
 * @param contentSecurityPolicy what a browser may do with an answer; nothing, where only data is served
 */
@Validated
@ConfigurationProperties("guanxi.web")
public record WebProperties(
        @DefaultValue("1048576") @Positive long maxBodyBytes,
        @DefaultValue List<@Valid LargerBody> largerBodies,

        @DefaultValue("default-src 'none'; frame-ancestors 'none'") @NotBlank
        String contentSecurityPolicy,

        @DefaultValue @Valid Idempotency idempotency) {

    /**
     * A path that takes longer bodies than others.
     *
     * @param path a path pattern
     * @param maxBytes in bytes
     */
    public record LargerBody(
            @Pattern(regexp = "/.*", message = "must start with a slash")
            String path,

            @Positive long maxBytes) {}

    /**
     * Settings of {@code Idempotency-Key}.
     *
     * @param enabled false for a service that has no store, or none of whose requests change anything
     * @param lease after this long without an answer, the request that holds a key is taken for dead, and a repeated
     *     request is let through; longer than any request takes
     * @param retention how long an answer is kept and given again
     * @param sweepInterval how often forgotten keys are removed
     */
    public record Idempotency(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("60s") Duration lease,
            @DefaultValue("48h") Duration retention,
            @DefaultValue("10m") Duration sweepInterval) {

        public Idempotency {
            positive("lease", lease);
            positive("retention", retention);
            positive("sweep-interval", sweepInterval);
            if (retention.compareTo(lease) <= 0) {
                throw new IllegalArgumentException(
                        "guanxi.web.idempotency.retention: %s (expected: longer than the lease, %s)"
                                .formatted(retention, lease));
            }
        }

        private static void positive(String name, Duration value) {
            if (!value.isPositive()) {
                throw new IllegalArgumentException(
                        "guanxi.web.idempotency.%s: %s (expected: more than 0)".formatted(name, value));
            }
        }
    }
}
