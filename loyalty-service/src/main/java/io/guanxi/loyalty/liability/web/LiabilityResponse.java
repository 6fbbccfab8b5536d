package io.guanxi.loyalty.liability.web;

import io.guanxi.loyalty.liability.domain.Breakage;
import io.guanxi.loyalty.liability.web.DayResponse.Worth;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is owed at the end of a day.
 *
 * @param asOf the last day whose happenings count, in the accounts' own time
 * @param knownAt the last day whose records count
 */
record LiabilityResponse(String asOf, String knownAt, String zone, List<Owed> purses) {

    /**
     * @param usable what customers could use, or had kept aside for a basket
     * @param pending earned and not usable yet
     * @param points both: the contract liability before any estimate of breakage
     * @param debt what accounts owe the programme; no part of {@code points}
     * @param value what a point was worth; absent if no value is stated
     * @param money {@code points} in money; absent if no value is stated
     */
    record Owed(
            String purse,
            long usable,
            long pending,
            long points,
            long debt,
            @Nullable Worth value,
            @Nullable Worth money,
            Estimate breakage) {}

    /**
     * What is expected to expire of that.
     *
     * @param reason why there is no estimate: {@code too-little-data} or {@code past-knowledge}; absent if there is one
     * @param estimate absent if there is none
     * @param money what is expected to expire, in money; absent without estimate or value
     * @param lots how many lots were looked at
     * @param allLots how many there are
     * @param endedLots of those looked at, how many have no points left
     * @param used points of the lots looked at that were used and not given back
     * @param expired points of the lots looked at that expired
     * @param method how it is estimated, by language
     */
    record Estimate(
            @Nullable String reason,
            @Nullable Expected estimate,
            @Nullable Worth money,
            long lots,
            long allLots,
            long endedLots,
            long used,
            long expired,
            Map<String, String> method) {}

    /**
     * @param points expected to expire
     * @param toBeUsed expected to be used
     * @param share {@code points} of all, from 0 to 1
     * @param exercised which part of the price deferred so far is earned: {@code used / (used + toBeUsed)}
     */
    record Expected(long points, long toBeUsed, String share, String exercised) {

        static Expected of(Breakage breakage) {
            return new Expected(
                    breakage.points(), breakage.toBeUsed(), plain(breakage.share()), plain(breakage.exercised()));
        }

        private static String plain(BigDecimal share) {
            return share.toPlainString();
        }
    }
}
