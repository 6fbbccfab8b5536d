package io.guanxi.analytics.basket.domain;

import io.guanxi.analytics.basket.domain.FrequentPatternTree.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * All sets of goods that are in so many baskets, by FP-growth. The trees under trees are as deep as a set is large at most,
 * however long a basket is.
 */
final class FrequentSets {

    private final int setSize;
    private final int mostSets;
    private final long leastCount;
    private final Map<List<Integer>, Long> counts = new HashMap<>();
    private final int[] itemOfRank;
    private int larger;

    private FrequentSets(BasketParameters parameters, long leastCount, int[] itemOfRank) {
        this.setSize = parameters.setSize();
        this.mostSets = parameters.mostSets();
        this.leastCount = leastCount;
        this.itemOfRank = itemOfRank;
    }

    /** @param leastCount of baskets; more are asked for until there are not too many goods and sets */
    static FrequentSets of(Baskets baskets, long leastCount) {
        long[] counts = itemCounts(baskets);
        long least =
                Math.max(leastCount, leastForItems(counts, baskets.parameters().mostItems()));
        while (true) {
            long used = least;
            int[] frequent = IntStream.range(0, counts.length)
                    .filter(item -> counts[item] >= used)
                    .boxed()
                    .sorted(Comparator.comparingLong((Integer item) -> -counts[item])
                            .thenComparing(baskets::name))
                    .mapToInt(Integer::intValue)
                    .toArray();
            FrequentSets sets = new FrequentSets(baskets.parameters(), used, frequent);
            if (sets.grow(FrequentPatternTree.of(paths(baskets, frequent), frequent.length), List.of())) {
                return sets;
            }
            least = used * 2;
        }
    }

    private static long[] itemCounts(Baskets baskets) {
        long[] counts = new long[baskets.items()];
        for (int[] basket : baskets.each()) {
            for (int item : basket) {
                counts[item]++;
            }
        }
        return counts;
    }

    /** The least count that not more than so many goods reach. */
    private static long leastForItems(long[] counts, int mostItems) {
        if (counts.length <= mostItems) {
            return 0;
        }
        long[] sorted = counts.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length - 1 - mostItems] + 1;
    }

    private static List<Path> paths(Baskets baskets, int[] itemOfRank) {
        int[] rankOfItem = new int[baskets.items()];
        Arrays.fill(rankOfItem, -1);
        for (int rank = 0; rank < itemOfRank.length; rank++) {
            rankOfItem[itemOfRank[rank]] = rank;
        }
        List<Path> paths = new ArrayList<>(baskets.size());
        for (int[] basket : baskets.each()) {
            int[] path = Arrays.stream(basket)
                    .map(item -> rankOfItem[item])
                    .filter(rank -> rank >= 0)
                    .sorted()
                    .toArray();
            paths.add(new Path(path, 1));
        }
        return paths;
    }

    /** @return false if there are too many sets */
    private boolean grow(FrequentPatternTree tree, List<Integer> with) {
        for (int rank = 0; rank < tree.ranks(); rank++) {
            if (tree.total(rank) >= leastCount) {
                List<Integer> set = new ArrayList<>(with.size() + 1);
                set.add(rank);
                set.addAll(with); // Ranks under an item are smaller than its own, so a set ascends.
                counts.put(List.copyOf(set), tree.total(rank));
                if (set.size() > 1 && ++larger > mostSets) {
                    return false;
                }
                if (set.size() < setSize && !grow(tree.under(rank, leastCount), set)) {
                    return false;
                }
            }
        }
        return true;
    }

    long leastCount() {
        return leastCount;
    }

    /** Goods that are frequent. */
    int items() {
        return itemOfRank.length;
    }

    /** Sets of two and more. */
    int size() {
        return larger;
    }

    /** By their ranks, ascending; sets of one as well. */
    Map<List<Integer>, Long> counts() {
        return counts;
    }

    int item(int rank) {
        return itemOfRank[rank];
    }
}
