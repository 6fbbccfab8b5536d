package io.guanxi.loyalty.liability.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What is expected never to be asked for, and what follows for revenue (IFRS 15.B44 to B47).
 *
 * <p>A programme that expects points to expire recognises that as revenue in proportion to the points that are used (B46):
 * of the price deferred for all points, the part that is earned so far is {@code used / (used + expected to be used)}. In the
 * standard's own example 52, of 10,000 points 9,500 are expected to be used; when 4,500 are, 4,500 / 9,500 is earned.
 *
 * @param points of those that customers have, expected to expire
 * @param toBeUsed of those that customers have, expected to be used
 * @param share {@code points} of all, with 6 decimals
 * @param exercised which part of the price deferred so far is earned, with 6 decimals; 0 if nothing was ever there
 */
public record Breakage(long points, long toBeUsed, BigDecimal share, BigDecimal exercised) {

    private static final int DECIMALS = 6;

    /**
     * @param liability the points that customers have
     * @param share the part of them that is expected to expire, from 0 to 1
     * @param used the points that were ever used and not given back
     */
    public static Breakage of(long liability, double share, long used) {
        BigDecimal part = BigDecimal.valueOf(share);
        long points = BigDecimal.valueOf(liability)
                .multiply(part)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
        long toBeUsed = liability - points;
        long all = used + toBeUsed;
        BigDecimal exercised = all == 0
                ? BigDecimal.ZERO.setScale(DECIMALS)
                : BigDecimal.valueOf(used).divide(BigDecimal.valueOf(all), DECIMALS, RoundingMode.HALF_EVEN);
        return new Breakage(points, toBeUsed, part.setScale(DECIMALS, RoundingMode.HALF_EVEN), exercised);
    }
}
