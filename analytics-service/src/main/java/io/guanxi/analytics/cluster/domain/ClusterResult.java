package io.guanxi.analytics.cluster.domain;

import java.util.List;

/** What came of looking for clusters. */
public sealed interface ClusterResult {

    /**
     * @param tried each number of clusters, ascending: the explanation of the choice
     * @param customers that were gone through
     * @param share of all customers that these are
     * @param inertia mean squared distance of a customer from the centre, scaled
     * @param rounds through all customers
     * @param settled whether nobody moved in the last one; if not, the limit of rounds was reached
     */
    record Found(
            Grouping grouping,
            List<Tried> tried,
            long customers,
            double share,
            double inertia,
            int rounds,
            boolean settled)
            implements ClusterResult {

        public Found {
            tried = List.copyOf(tried);
        }
    }

    /**
     * How well one number of clusters did on the sample.
     *
     * @param silhouette from -1 to 1, the more the better
     * @param inertia mean squared distance of a customer from the centre, scaled
     * @param smallestShare of customers, that of the smallest cluster
     */
    record Tried(int clusters, double silhouette, double inertia, double smallestShare) {}

    /**
     * @param code too-few-customers
     * @param detail in English
     */
    record NotFound(String code, String detail, long actual, long required) implements ClusterResult {}
}
