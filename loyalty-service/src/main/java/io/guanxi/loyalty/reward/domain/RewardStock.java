package io.guanxi.loyalty.reward.domain;

import io.guanxi.loyalty.account.domain.lots.PersistentMap;
import java.util.Map;

/**
 * The stock of a reward as its events have made it.
 *
 * @param taken how many units are given
 * @param units by hold, whether it has its unit; a hold that gave its unit back gets none again
 */
public record RewardStock(long taken, Map<String, Boolean> units) {

    private static final RewardStock UNTOUCHED = new RewardStock(0, PersistentMap.empty());

    public RewardStock {
        units = PersistentMap.of(units);
    }

    public static RewardStock untouched() {
        return UNTOUCHED;
    }

    public static RewardStock evolve(RewardStock stock, RewardEvent event) {
        var units = PersistentMap.of(stock.units);
        return switch (event) {
            case RewardEvent.UnitTaken e -> new RewardStock(e.taken(), units.with(e.holdId(), true));
            case RewardEvent.UnitGivenBack e -> new RewardStock(e.taken(), units.with(e.holdId(), false));
        };
    }

    /** Whether this hold has a unit. */
    public boolean has(String holdId) {
        return units.getOrDefault(holdId, false);
    }
}
