package io.guanxi.analytics.cluster.domain;

import java.util.List;

/**
 * Clusters and how a customer is told to belong to one.
 *
 * @param clusters by their numbers
 */
public record Grouping(Scaling scaling, List<Cluster> clusters) {

    public Grouping {
        clusters = List.copyOf(clusters);
        if (clusters.isEmpty()) {
            throw new IllegalArgumentException("clusters: none (expected: one at least)");
        }
    }

    /**
     * @param recencyDays days since the last order
     * @param frequency orders
     * @param monetary net revenue in the currency that the clusters were found in
     */
    public Cluster nearest(long recencyDays, long frequency, double monetary) {
        double recent = scaling.scaled(Habits.RECENCY, recencyDays);
        double often = scaling.scaled(Habits.FREQUENCY, frequency);
        double much = scaling.scaled(Habits.MONETARY, monetary);
        Cluster nearest = clusters.getFirst();
        double least = Double.POSITIVE_INFINITY;
        for (Cluster cluster : clusters) {
            double distance = square(recent - cluster.centre().get(Habits.RECENCY))
                    + square(often - cluster.centre().get(Habits.FREQUENCY))
                    + square(much - cluster.centre().get(Habits.MONETARY));
            if (distance < least) {
                least = distance;
                nearest = cluster;
            }
        }
        return nearest;
    }

    private static double square(double number) {
        return number * number;
    }
}
