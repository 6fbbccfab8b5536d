package io.guanxi.loyalty.correction.job;

import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.OrderEntry.EarningCorrected;
import java.util.List;

/**
 * What a correction has come to on one account, counted from its log, so that it is the same however often it was done.
 *
 * @param orders orders that were judged again
 * @param refused those whose account had no room for more points
 */
record PostedDifferences(long orders, long refused, long entries, long ordersWithEntries, long given, long taken) {

    static PostedDifferences of(String correction, long judgedAgain, long refused, List<LoyaltyEvent> log) {
        List<EarningCorrected> posted = log.stream()
                .filter(EarningCorrected.class::isInstance)
                .map(EarningCorrected.class::cast)
                .filter(entry -> entry.correctionId().equals(correction))
                .toList();
        long withEntries =
                posted.stream().map(EarningCorrected::order).distinct().count();
        return new PostedDifferences(
                Math.max(judgedAgain, withEntries + refused),
                refused,
                posted.size(),
                withEntries,
                posted.stream().mapToLong(entry -> Math.max(0, entry.points())).sum(),
                posted.stream().mapToLong(entry -> Math.max(0, -entry.points())).sum());
    }
}
