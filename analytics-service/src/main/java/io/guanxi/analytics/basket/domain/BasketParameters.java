package io.guanxi.analytics.basket.domain;

/**
 * What is looked for, and how much of it at most.
 *
 * @param supportShare of all baskets that goods must be in together; 0 to 1
 * @param supportCount baskets that they must be in at least, whatever the share says
 * @param confidence of those who have the antecedent, the share that must have the consequent; 0 to 1
 * @param lift how many times more often than by chance; 0 for any
 * @param setSize goods in a rule, the consequent among them; 2 to 6
 * @param mostItems different goods that are looked at, the most frequent ones
 * @param mostSets of goods that are frequent together
 * @param mostRules that are answered, the best ones
 * @param mostBaskets that are kept
 * @param mostItemsInBasket a basket with more goods is left out: a stock order, which says nothing about habits
 */
public record BasketParameters(
        double supportShare,
        long supportCount,
        double confidence,
        double lift,
        int setSize,
        int mostItems,
        int mostSets,
        int mostRules,
        int mostBaskets,
        int mostItemsInBasket) {

    /** One basket in a thousand and ten at least, one in ten of those with the antecedent, more often than by chance. */
    public static final BasketParameters USUAL =
            new BasketParameters(0.001, 10, 0.1, 1, 3, 2_000, 50_000, 500, 1_000_000, 100);

    public BasketParameters {
        requireShare("support-share", supportShare);
        requireShare("confidence", confidence);
        require("support-count", supportCount, 1, Integer.MAX_VALUE);
        require("set-size", setSize, 2, 6);
        require("most-items", mostItems, 2, 100_000);
        require("most-sets", mostSets, 1, 1_000_000);
        require("most-rules", mostRules, 1, 100_000);
        require("most-baskets", mostBaskets, 1, 20_000_000);
        require("most-items-in-basket", mostItemsInBasket, 2, 1_000);
        if (!(lift >= 0)) {
            throw new IllegalArgumentException("lift: " + lift + " (expected: 0 or more)");
        }
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: 0 to 1)");
        }
    }

    private static void require(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s: %d (expected: %d to %d)".formatted(name, value, least, most));
        }
    }
}
