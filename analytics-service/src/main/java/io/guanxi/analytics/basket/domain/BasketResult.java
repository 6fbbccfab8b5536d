package io.guanxi.analytics.basket.domain;

import java.util.List;

/** What came of looking for rules. */
public sealed interface BasketResult {

    /**
     * All rules of at least the support that was used, unless there are more than were asked for.
     *
     * @param baskets that were looked at
     * @param share of all orders that these are
     * @param leftOut orders with too many different goods
     * @param supportAsked baskets, what the parameters come to
     * @param supportUsed baskets; more than asked where there would have been too many goods or sets, so that what is
     *     answered is complete for this support
     * @param items that are frequent
     * @param sets that are frequent together, of two and more
     * @param rulesFound how many rules there are, of which the best are answered
     */
    record Mined(
            long baskets,
            double share,
            long leftOut,
            long supportAsked,
            long supportUsed,
            int items,
            int sets,
            int rulesFound,
            List<BasketRule> rules)
            implements BasketResult {

        public Mined {
            rules = List.copyOf(rules);
        }

        /** Whether there is more than is answered. */
        public boolean capped() {
            return supportUsed > supportAsked || rulesFound > rules.size();
        }
    }

    /**
     * @param code too-few-baskets
     * @param detail in English
     */
    record NotMined(String code, String detail, long actual, long required) implements BasketResult {}
}
