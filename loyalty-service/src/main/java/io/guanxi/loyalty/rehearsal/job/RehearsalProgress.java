package io.guanxi.loyalty.rehearsal.job;

import io.guanxi.loyalty.rehearsal.domain.RehearsalSums;
import org.jspecify.annotations.Nullable;

/**
 * How far a rehearsal is.
 *
 * @param cursor where the list of accounts goes on
 * @param done how many accounts are in the sums
 * @param total how many accounts there were in the beginning
 */
record RehearsalProgress(@Nullable String cursor, long done, long total, RehearsalSums sums) {}
