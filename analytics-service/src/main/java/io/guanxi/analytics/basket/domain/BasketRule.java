package io.guanxi.analytics.basket.domain;

import java.util.Comparator;
import java.util.List;

/**
 * Who buys the antecedent buys the consequent as well, so often.
 *
 * @param antecedent goods, by name
 * @param together baskets with all of them
 * @param withAntecedent baskets with the antecedent
 * @param withConsequent baskets with the consequent
 * @param baskets that were looked at
 */
public record BasketRule(
        List<String> antecedent,
        String consequent,
        long together,
        long withAntecedent,
        long withConsequent,
        long baskets) {

    /** The best first: by lift, then by confidence, then by how many baskets say so, then by name. */
    static final Comparator<BasketRule> BEST_FIRST = Comparator.comparingDouble((BasketRule rule) -> -rule.lift())
            .thenComparingDouble(rule -> -rule.confidence())
            .thenComparingLong(rule -> -rule.together())
            .thenComparing(rule -> String.join("\n", rule.antecedent()))
            .thenComparing(BasketRule::consequent);

    public BasketRule {
        antecedent = List.copyOf(antecedent);
    }

    /** The share of all baskets that have all of them. */
    public double support() {
        return (double) together / baskets;
    }

    /** Of the baskets with the antecedent, the share that has the consequent. */
    public double confidence() {
        return (double) together / withAntecedent;
    }

    /** How many times more often than if one had nothing to do with the other. */
    public double lift() {
        return confidence() * baskets / withConsequent;
    }
}
