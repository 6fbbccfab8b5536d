package io.guanxi.analytics.models.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the thresholds of a pyramid were cut by.
 *
 * @param day at whose end customers were measured
 * @param customers that were measured
 * @param valueShare the share of them that should have high value
 * @param potentialShare the share of them that should have high potential
 * @param lifetimeVersion of the model behind the potential; null if there was none
 */
public record Measured(
        LocalDate day,
        long customers,
        BigDecimal valueShare,
        BigDecimal potentialShare,
        @Nullable Integer lifetimeVersion) {}
