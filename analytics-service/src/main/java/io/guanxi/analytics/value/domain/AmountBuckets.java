package io.guanxi.analytics.value.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.IntCountsHistogram;

/**
 * Amounts that are taken as equal because they are nearly so: the buckets of an HdrHistogram of three significant digits. A
 * bucket is at most 1/1024 (less than 0.1 percent) as wide as its lowest amount, and amounts below 0.2048 have one each. So
 * there are about a thousand buckets for each doubling, some twenty thousand between a cent and a million, however many
 * customers there are. Unlike quantile sketches such as KLL and t-digest, counts of buckets forget as exactly as they learn,
 * and know no order of arrival.
 */
public final class AmountBuckets {

    private static final int SIGNIFICANT_DIGITS = 3;

    /** Amounts above some 461 billion are taken as that. */
    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(62);

    /** Never filled; it only knows where buckets begin and end. */
    private static final AbstractHistogram BUCKETS = new IntCountsHistogram(SIGNIFICANT_DIGITS);

    private AmountBuckets() {}

    /**
     * The bucket of an amount, by the least of its amounts in units of the fourth decimal.
     *
     * @param amount not negative
     */
    public static long bucket(BigDecimal amount) {
        BigInteger units = Amounts.exact(amount).unscaledValue();
        return BUCKETS.lowestEquivalentValue(units.min(MOST).longValueExact());
    }

    /** The greatest amount of a bucket: all amounts that it stands for are up to it, and none of those of better buckets is. */
    public static BigDecimal greatest(long bucket) {
        return BigDecimal.valueOf(BUCKETS.highestEquivalentValue(bucket), Amounts.DECIMALS);
    }
}
