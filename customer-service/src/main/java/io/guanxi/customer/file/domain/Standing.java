package io.guanxi.customer.file.domain;

import java.time.Instant;

/**
 * A stage, and why.
 *
 * @param since when the customer came to it by the times of their orders, not when it was noticed
 * @param rule name of the {@link LifeCycleRule} that says so
 */
public record Standing(Stage stage, Instant since, String rule) {}
