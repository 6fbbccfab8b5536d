package io.guanxi.loyalty.rehearsal.job;

import io.guanxi.loyalty.rehearsal.domain.Comparison;
import io.guanxi.loyalty.rehearsal.domain.NowAndThen;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An account for which the rehearsed rules make a difference.
 *
 * @param verdict {@code wins}, {@code loses}, {@code mixed} or {@code even}
 * @param gain points of the main purse that the customer would have more, spent ones counted in; negative if fewer
 * @param tierNow the tier at the end of the period as it was; absent if there was none
 * @param tierThen the tier as it would have been
 * @param refused how many of the customer's commands would have been refused
 * @param purses by currency of points
 */
public record RehearsedAccount(
        String customerId,
        String verdict,
        long gain,
        @Nullable String tierNow,
        @Nullable String tierThen,
        @Nullable String grade,
        int refused,
        Map<String, NowAndThen> purses) {

    static RehearsedAccount of(String customerId, Comparison account) {
        var purses = new TreeMap<String, NowAndThen>();
        for (String purse : account.purses()) {
            purses.put(
                    purse,
                    new NowAndThen(account.now().purse(purse), account.then().purse(purse)));
        }
        return new RehearsedAccount(
                customerId,
                account.verdict().word(),
                account.gain(),
                account.now().tier(),
                account.then().tier(),
                account.now().grade(),
                account.then().refused().size(),
                purses);
    }
}
