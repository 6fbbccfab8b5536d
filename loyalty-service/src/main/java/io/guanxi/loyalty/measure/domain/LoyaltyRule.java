package io.guanxi.loyalty.measure.domain;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * The thresholds by which loyalty is judged.
 *
 * @param version every judgement names it; a threshold that changes is another version
 * @param window how far back orders count as present behaviour
 * @param fewestOrders so many orders in the window are asked for at least, whatever the median
 * @param fewestBuyers with fewer customers who bought in the window, their median is not used
 * @param satisfied from this satisfaction on, of 1 to 5, the attitude is high
 * @param fewestForType so many orders in the window are needed to see a type at all
 * @param fewestForHabit so many are needed to see a habit
 * @param mostly from this share of orders on, something is what a customer mostly does
 * @param hardly up to this share, it is what a customer hardly does
 * @param regular up to this coefficient of variation, intervals are regular
 */
public record LoyaltyRule(
        int version,
        Duration window,
        int fewestOrders,
        int fewestBuyers,
        int satisfied,
        int fewestForType,
        int fewestForHabit,
        BigDecimal mostly,
        BigDecimal hardly,
        BigDecimal regular) {

    public static final LoyaltyRule PRESENT = new LoyaltyRule(
            1,
            Duration.ofDays(365),
            2,
            30,
            4,
            3,
            4,
            new BigDecimal("0.60"),
            new BigDecimal("0.20"),
            new BigDecimal("0.50"));
}
