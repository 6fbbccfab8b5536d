package io.guanxi.analytics.cluster.domain;

import java.util.List;

/**
 * Customers who buy alike.
 *
 * @param number from 1, the one of the greatest mean value first
 * @param centre scaled: recency, frequency, monetary; a customer belongs to the nearest
 * @param recencyDays of its centre
 * @param frequency orders, of its centre
 * @param monetary net revenue, of its centre
 * @param customers when it was found
 * @param meanMonetary plain mean of its customers, which a few great ones pull up
 */
public record Cluster(
        int number,
        String english,
        String chinese,
        List<Double> centre,
        double recencyDays,
        double frequency,
        double monetary,
        long customers,
        double meanMonetary) {

    public Cluster {
        centre = List.copyOf(centre);
    }
}
