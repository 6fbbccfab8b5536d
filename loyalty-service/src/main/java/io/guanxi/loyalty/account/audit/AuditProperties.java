package io.guanxi.loyalty.account.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When and how fast all accounts are audited.
 *
 * @param every how often, a minute or more; an audit that takes longer ends before the next begins
 * @param accountsPerSecond on one instance; 1 to 1000
 */
@ConfigurationProperties("guanxi.loyalty.audit")
record AuditProperties(
        @DefaultValue("24h") Duration every,
        @DefaultValue("50") int accountsPerSecond) {

    AuditProperties {
        if (every.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException(
                    "guanxi.loyalty.audit.every: " + every + " (expected: a minute or more)");
        }
        if (accountsPerSecond < 1 || accountsPerSecond > 1000) {
            throw new IllegalArgumentException(
                    "guanxi.loyalty.audit.accounts-per-second: " + accountsPerSecond + " (expected: 1 to 1000)");
        }
    }
}
