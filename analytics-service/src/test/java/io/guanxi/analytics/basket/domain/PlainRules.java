package io.guanxi.analytics.basket.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Rules by counting each set of goods again in all baskets, as Apriori does it. */
record PlainRules(List<Set<String>> baskets, BasketParameters parameters) {

    List<BasketRule> rules() {
        List<BasketRule> rules = new ArrayList<>();
        Set<String> goods = new TreeSet<>();
        baskets.forEach(goods::addAll);
        for (Set<String> set : frequent(goods)) {
            for (String consequent : set) {
                Set<String> antecedent = new TreeSet<>(set);
                antecedent.remove(consequent);
                if (!antecedent.isEmpty()) {
                    BasketRule rule = new BasketRule(
                            List.copyOf(antecedent),
                            consequent,
                            count(set),
                            count(antecedent),
                            count(Set.of(consequent)),
                            baskets.size());
                    if (rule.confidence() >= parameters.confidence() && rule.lift() >= parameters.lift()) {
                        rules.add(rule);
                    }
                }
            }
        }
        return rules;
    }

    Set<Set<String>> frequent(Set<String> goods) {
        Set<Set<String>> all = new HashSet<>();
        Set<Set<String>> level = Set.of(Set.of());
        for (int size = 1; size <= parameters.setSize(); size++) {
            Map<Set<String>, Long> candidates = new HashMap<>();
            for (Set<String> smaller : level) {
                for (String item : goods) {
                    Set<String> set = new TreeSet<>(smaller);
                    if (set.add(item)) {
                        candidates.computeIfAbsent(Set.copyOf(set), this::count);
                    }
                }
            }
            candidates.values().removeIf(count -> count < least());
            level = candidates.keySet();
            all.addAll(level);
        }
        return all;
    }

    private double least() {
        return Math.max(parameters.supportCount(), parameters.supportShare() * baskets.size());
    }

    private long count(Set<String> set) {
        return baskets.stream().filter(basket -> basket.containsAll(set)).count();
    }
}
