package io.guanxi.loyalty.account.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The part of an earning rule that decided about one payment, as it is written into the event.
 *
 * @param version the version of the rule
 * @param rate points for one unit of the payment's currency; absent if the rule has no rate for that currency
 * @param rounding how a fraction of a point is rounded
 */
public record AppliedRule(int version, @Nullable BigDecimal rate, RoundingMode rounding) {}
