package io.guanxi.customer.file.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a stage changed.
 *
 * @param rule name of the {@link LifeCycleRule} that applies now
 * @param days the period that rule was configured with, if it has one
 * @param orderId the order with whose news the change was noticed; which one that is depends on the order of arrival
 * @param asOf the moment as of which a review noticed it, if a review did
 */
public record Cause(
        String rule,
        @Nullable Integer days,
        @Nullable String orderId,
        @Nullable Instant asOf) {}
