package io.guanxi.ticket.desk.process;

import io.guanxi.eventing.due.SweepSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the desk looks for promises that are broken.
 *
 * @param sweep {@code guanxi.ticket.sweep}
 */
@ConfigurationProperties("guanxi.ticket")
record SweepProperties(@DefaultValue SweepSettings sweep) {}
