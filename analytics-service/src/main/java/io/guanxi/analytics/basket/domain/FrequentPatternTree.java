package io.guanxi.analytics.basket.domain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Baskets as paths from a common root, so that baskets that begin alike are kept once (Han, Pei, Yin 2000). Goods stand in a
 * path by rank. From the header table all nodes of an item are reached one after another.
 */
final class FrequentPatternTree {

    private static final int NONE = -1;

    /**
     * So many baskets with the same goods.
     *
     * @param items ranks, ascending
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared by the ranks alone.
    record Path(int[] items, long count) {}

    private final long[] totals;
    private final int[] head;
    private final int[] item;
    private final int[] parent;
    private final int[] next;
    private final long[] count;
    private int nodes;

    private FrequentPatternTree(int ranks, int mostNodes) {
        totals = new long[ranks];
        head = new int[ranks];
        Arrays.fill(head, NONE);
        item = new int[mostNodes];
        parent = new int[mostNodes];
        next = new int[mostNodes];
        count = new long[mostNodes];
    }

    /** @param ranks all ranks are below */
    static FrequentPatternTree of(List<Path> paths, int ranks) {
        List<Path> sorted = paths.stream()
                .sorted(Comparator.comparing(Path::items, Arrays::compare))
                .toList();
        int[] before = {};
        int mostNodes = 0;
        for (Path path : sorted) {
            mostNodes += path.items().length - common(before, path.items());
            before = path.items();
        }
        FrequentPatternTree tree = new FrequentPatternTree(ranks, mostNodes);
        tree.addAll(sorted);
        return tree;
    }

    private void addAll(List<Path> sorted) {
        int[] before = {};
        int[] nodesOfPath = new int[totals.length];
        for (Path path : sorted) {
            int shared = common(before, path.items());
            for (int depth = 0; depth < path.items().length; depth++) {
                if (depth >= shared) {
                    nodesOfPath[depth] = node(path.items()[depth], depth == 0 ? NONE : nodesOfPath[depth - 1]);
                }
                count[nodesOfPath[depth]] += path.count();
                totals[path.items()[depth]] += path.count();
            }
            before = path.items();
        }
    }

    private static int common(int[] one, int[] other) {
        int mismatch = Arrays.mismatch(one, other);
        return mismatch < 0 ? one.length : mismatch;
    }

    private int node(int rank, int above) {
        item[nodes] = rank;
        parent[nodes] = above;
        next[nodes] = head[rank];
        head[rank] = nodes;
        return nodes++;
    }

    int ranks() {
        return totals.length;
    }

    /** In how many baskets an item is. */
    long total(int rank) {
        return totals[rank];
    }

    /** The tree of the baskets with an item, of what stands before it and is frequent with it. */
    FrequentPatternTree under(int rank, long leastCount) {
        long[] with = new long[rank];
        int paths = 0;
        for (int node = head[rank]; node != NONE; node = next[node]) {
            paths++;
            for (int above = parent[node]; above != NONE; above = parent[above]) {
                with[item[above]] += count[node];
            }
        }
        Path[] under = new Path[paths];
        int[] reversed = new int[rank];
        for (int node = head[rank]; node != NONE; node = next[node]) {
            int size = 0;
            for (int above = parent[node]; above != NONE; above = parent[above]) {
                if (with[item[above]] >= leastCount) {
                    reversed[rank - ++size] = item[above];
                }
            }
            under[--paths] = new Path(Arrays.copyOfRange(reversed, rank - size, rank), count[node]);
        }
        return of(List.of(under), rank);
    }
}
