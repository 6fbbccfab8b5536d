package io.guanxi.analytics.models.domain;

import io.guanxi.analytics.cluster.domain.ClusterResult;
import java.time.LocalDate;

/**
 * All that is known of a search for customers who buy alike.
 *
 * @param currency that they were compared in
 * @param dataTo the last day that it knows of
 * @param seed where chance began
 */
public record FoundClusters(String currency, LocalDate dataTo, long seed, ClusterResult.Found found) {}
