package io.guanxi.analytics.picture.domain;

import java.math.BigDecimal;

/**
 * The two numbers that a grade is given by, in the rule's currency.
 *
 * @param value net revenue of the rule's window
 * @param referrals of the window
 * @param referralValue what they are worth
 * @param potential discounted value of the orders that are expected, and the value of the referrals
 */
public record Worth(BigDecimal value, long referrals, BigDecimal referralValue, BigDecimal potential) {}
