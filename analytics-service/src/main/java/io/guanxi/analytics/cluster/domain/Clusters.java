package io.guanxi.analytics.cluster.domain;

import java.time.LocalDate;

/**
 * A version of the clusters.
 *
 * @param effectiveFrom asked for this day or a later one they are used, until there is a later version
 * @param currency that customers were compared in
 */
public record Clusters(int version, LocalDate effectiveFrom, String currency, Grouping grouping) {

    /** The number of the cluster that a customer belongs to, from 1. */
    public int nearest(long recencyDays, long frequency, double monetary) {
        return grouping.nearest(recencyDays, frequency, monetary).number();
    }
}
