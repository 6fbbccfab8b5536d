package io.guanxi.loyalty.account.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one earning term gave for one order.
 *
 * @param term the term's name
 * @param amount what it was computed on
 * @param rate points for one currency unit; absent if the term gives only a fixed number
 * @param fixed points for the order as such
 * @param points {@code amount x rate + fixed}, not rounded
 */
public record TermShare(
        String term, BigDecimal amount, @Nullable BigDecimal rate, long fixed, BigDecimal points) {}
