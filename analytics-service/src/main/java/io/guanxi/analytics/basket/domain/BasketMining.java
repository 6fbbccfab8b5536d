package io.guanxi.analytics.basket.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds rules with one consequent. What is found does not depend on the order in which baskets were given.
 */
public final class BasketMining {

    private final Baskets baskets;
    private final BasketParameters parameters;
    private final FrequentSets sets;

    private BasketMining(Baskets baskets, FrequentSets sets) {
        this.baskets = baskets;
        this.parameters = baskets.parameters();
        this.sets = sets;
    }

    public static BasketResult of(Baskets baskets) {
        BasketParameters parameters = baskets.parameters();
        if (baskets.size() < parameters.supportCount()) {
            return new BasketResult.NotMined(
                    "too-few-baskets",
                    "There are fewer baskets than goods would have to be in.",
                    baskets.size(),
                    parameters.supportCount());
        }
        long asked = Math.max(parameters.supportCount(), share(parameters.supportShare(), baskets.size()));
        FrequentSets sets = FrequentSets.of(baskets, asked);
        List<BasketRule> rules = new BasketMining(baskets, sets).rules();
        return new BasketResult.Mined(
                baskets.size(),
                baskets.share(),
                baskets.leftOut(),
                asked,
                sets.leastCount(),
                sets.items(),
                sets.size(),
                rules.size(),
                rules.subList(0, Math.min(rules.size(), parameters.mostRules())));
    }

    /** The least whole number that is such a share, exactly as the share is written. */
    private static long share(double share, long of) {
        return BigDecimal.valueOf(share)
                .multiply(BigDecimal.valueOf(of))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }

    private List<BasketRule> rules() {
        List<BasketRule> rules = new ArrayList<>();
        for (Map.Entry<List<Integer>, Long> set : sets.counts().entrySet()) {
            for (int at = 0; set.getKey().size() > 1 && at < set.getKey().size(); at++) {
                BasketRule rule = rule(set.getKey(), at, set.getValue());
                if (rule.together() >= share(parameters.confidence(), rule.withAntecedent())
                        && rule.lift() >= parameters.lift()) {
                    rules.add(rule);
                }
            }
        }
        rules.sort(BasketRule.BEST_FIRST);
        return rules;
    }

    private BasketRule rule(List<Integer> set, int consequent, long together) {
        List<Integer> rest = new ArrayList<>(set);
        Integer last = rest.remove(consequent);
        return new BasketRule(
                rest.stream().map(this::name).sorted().toList(),
                name(last),
                together,
                count(rest),
                count(List.of(last)),
                baskets.size());
    }

    private long count(List<Integer> set) {
        Long count = sets.counts().get(set);
        if (count == null) {
            throw new IllegalStateException("set of " + set.size() + " that is less frequent than a larger one");
        }
        return count;
    }

    private String name(int rank) {
        return baskets.name(sets.item(rank));
    }
}
