package io.guanxi.loyalty.programme;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a published version reaches every instance before it begins.
 *
 * @param leadTime how long before its first moment a version is published at least; more than twice the time in which a write
 *     to the log is given up
 * @param refresh how often an instance looks for what others have published; shorter than half the lead time
 */
@ConfigurationProperties("guanxi.loyalty.programme")
public record ProgrammeProperties(
        @DefaultValue("1m") Duration leadTime,
        @DefaultValue("10s") Duration refresh) {

    public ProgrammeProperties {
        if (!refresh.isPositive() || refresh.multipliedBy(2).compareTo(leadTime) >= 0) {
            throw new IllegalArgumentException("refresh: " + refresh
                    + " (expected: more than PT0S and less than half of lead-time, " + leadTime + ")");
        }
    }
}
