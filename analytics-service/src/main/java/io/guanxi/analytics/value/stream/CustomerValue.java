package io.guanxi.analytics.value.stream;

import io.guanxi.analytics.value.domain.CustomerFacts;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a customer, and what it is compared with.
 *
 * @param revised null as long as nothing was measured
 */
public record CustomerValue(CustomerFacts facts, @Nullable RevisedBoundaries revised) {}
