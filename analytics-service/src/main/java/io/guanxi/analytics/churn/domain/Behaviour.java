package io.guanxi.analytics.churn.domain;

import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.history.domain.Purchases;
import io.guanxi.analytics.history.domain.Purchases.Day;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What could be seen of a customer at the end of a day.
 *
 * @param daysSinceLast purchase
 * @param daysSinceFirst purchase
 * @param purchases days with an order
 * @param recentPurchases of them, those in the {@value #RECENT_DAYS} days up to the day
 * @param meanSpend net revenue for each purchase in the currency of comparison, never below zero
 * @param meanInterval days between two purchases; of somebody who bought once, the days since
 * @param returnedShare of the units, from 0 to 1
 */
public record Behaviour(
        long daysSinceLast,
        long daysSinceFirst,
        int purchases,
        int recentPurchases,
        double meanSpend,
        double meanInterval,
        double returnedShare) {

    static final int RECENT_DAYS = 90;

    /** Days. Shorter ones are taken for as long, or two purchases in a row would make any silence long. */
    static final double LEAST_INTERVAL = 7;

    /**
     * @param purchases as they were known at the end of the day; those that are dated later are passed over
     * @return empty if nothing had been bought
     */
    static Optional<Behaviour> of(Purchases purchases, Conversion conversion, LocalDate day) {
        List<Day> days =
                purchases.days().stream().filter(one -> !one.day().isAfter(day)).toList();
        if (days.isEmpty()) {
            return Optional.empty();
        }
        long sinceLast = ChronoUnit.DAYS.between(days.getLast().day(), day);
        long sinceFirst = ChronoUnit.DAYS.between(days.getFirst().day(), day);
        LocalDate recently = day.minusDays(RECENT_DAYS);
        int recent =
                (int) days.stream().filter(one -> one.day().isAfter(recently)).count();
        return Optional.of(new Behaviour(
                sinceLast,
                sinceFirst,
                days.size(),
                recent,
                meanSpend(days, conversion),
                days.size() == 1 ? sinceFirst : (double) (sinceFirst - sinceLast) / (days.size() - 1),
                returnedShare(days)));
    }

    /** The same customer with one more usual purchase on the day; a second one of a day changes nothing. */
    Behaviour withPurchase() {
        return daysSinceLast == 0
                ? this
                : new Behaviour(
                        0,
                        daysSinceFirst,
                        purchases + 1,
                        recentPurchases + 1,
                        meanSpend,
                        (double) daysSinceFirst / purchases,
                        returnedShare);
    }

    private static double meanSpend(List<Day> days, Conversion conversion) {
        double sum = 0;
        for (Day day : days) {
            sum += conversion.net(day.sums()).doubleValue();
        }
        return Math.max(0, sum / days.size());
    }

    private static double returnedShare(List<Day> days) {
        long kept = days.stream().mapToLong(Day::units).sum();
        long returned = days.stream().mapToLong(Day::returnedUnits).sum();
        return returned <= 0 ? 0 : (double) returned / (Math.max(0, kept) + returned);
    }
}
