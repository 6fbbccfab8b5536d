package io.guanxi.loyalty.account.process;

import io.guanxi.eventing.due.SweepSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the ledger looks for what is due.
 *
 * @param sweep {@code guanxi.loyalty.sweep}
 */
@ConfigurationProperties("guanxi.loyalty")
record SweepProperties(@DefaultValue SweepSettings sweep) {}
