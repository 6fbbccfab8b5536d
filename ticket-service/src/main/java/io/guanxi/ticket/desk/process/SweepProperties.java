package io.guanxi.ticket.desk.process;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the desk looks for promises that are broken.
 *
 * @param interval the pause between two looks
 * @param batch how many tickets are looked up at a time
 * @param lanes how many tickets are checked at once; those that wait together share a write
 */
@Validated
@ConfigurationProperties("guanxi.ticket.sweep")
record SweepProperties(
        @DefaultValue("1s") @NotNull Duration interval,
        @DefaultValue("500") @Min(1) @Max(10_000) int batch,
        @DefaultValue("4") @Min(1) @Max(64) int lanes) {}
