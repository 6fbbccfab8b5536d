package io.guanxi.analytics.picture.domain;

import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.history.domain.CustomerHistory;
import io.guanxi.analytics.value.domain.Scores;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A customer at the end of a day. Whatever is answered, published, exported or put into segments is taken from here.
 *
 * @param day (UTC); of what happened later nothing is in it
 * @param currency of comparison; null if nothing says which
 * @param rfm null if nothing was bought
 * @param scores null without boundaries or purchases
 * @param lifetime null without a lifetime model or purchases
 * @param currentValue net revenue of the window; null without a currency
 * @param worth null without a currency
 * @param grade null until somebody was judged by a rule
 * @param risk null if nothing was bought
 * @param cluster its number; null without clusters or purchases
 * @param lapse the episode that lasts; null if there is none
 * @param segments that the customer is in, by their names
 * @param tier of the loyalty programme; null if none was told of
 * @param stage of the life cycle; null if none was told of
 * @param referrals of the window
 */
public record CustomerPicture(
        LocalDate day,
        @Nullable String currency,
        @Nullable Rfm rfm,
        @Nullable Scores scores,
        @Nullable RfmGroup group,
        @Nullable Lifetime lifetime,
        @Nullable BigDecimal currentValue,
        @Nullable Worth worth,
        @Nullable Grade grade,
        @Nullable Risk risk,
        @Nullable Integer cluster,
        @Nullable Lapse lapse,
        SortedSet<String> segments,
        @Nullable String tier,
        @Nullable String stage,
        long referrals)
        implements Seen {

    public CustomerPicture {
        segments = Collections.unmodifiableSortedSet(segments);
    }

    /**
     * @param standing advanced to the day or beyond; what it found later is left out
     * @param inForce on the day
     */
    public static CustomerPicture of(CustomerHistory history, Standing standing, LocalDate day, InForce inForce) {
        Bought bought = new RunningPurchases(history.purchases().flows()).at(day, inForce);
        Standing then = standing.asOf(day);
        Reading reading = new Reading(bought, history, day, inForce).standing(then.grade(), then.lapse());
        Conversion comparison = reading.comparison();
        return new CustomerPicture(
                day,
                comparison == null ? null : comparison.currency(),
                reading.rfm(),
                reading.scores(),
                reading.group(),
                reading.lifetime(),
                reading.currentValue(),
                reading.worth(),
                reading.grade(),
                reading.risk(),
                reading.cluster(),
                reading.lapse(),
                new TreeSet<>(then.segments()),
                reading.tier(),
                reading.stage(),
                reading.referrals());
    }

    @Override
    public @Nullable Double pAlive() {
        return lifetime == null ? null : lifetime.pAlive();
    }

    @Override
    public boolean lapsed() {
        return lapse != null;
    }
}
