package io.guanxi.analytics.cluster.domain;

import java.util.Arrays;

/** How much nearer points are to their own cluster than to the next one, from -1 to 1 (Rousseeuw 1987). */
final class Silhouette {

    private Silhouette() {}

    /**
     * The mean over points; of one that is alone in its cluster it is 0.
     *
     * @param cluster of each point
     */
    static double of(Points points, int[] cluster, int clusters) {
        int[] sizes = new int[clusters];
        for (int point = 0; point < points.size(); point++) {
            sizes[cluster[point]]++;
        }
        double sum = 0;
        double[] distances = new double[clusters];
        for (int point = 0; point < points.size(); point++) {
            Arrays.fill(distances, 0);
            for (int other = 0; other < points.size(); other++) {
                distances[cluster[other]] += Math.sqrt(points.distance(point, other));
            }
            sum += ofPoint(distances, sizes, cluster[point]);
        }
        return points.size() == 0 ? 0 : sum / points.size();
    }

    private static double ofPoint(double[] distances, int[] sizes, int own) {
        double next = Double.POSITIVE_INFINITY;
        for (int other = 0; other < sizes.length; other++) {
            if (other != own && sizes[other] > 0) {
                next = Math.min(next, distances[other] / sizes[other]);
            }
        }
        if (sizes[own] == 1 || next == Double.POSITIVE_INFINITY) {
            return 0;
        }
        double within = distances[own] / (sizes[own] - 1);
        double larger = Math.max(within, next);
        return larger == 0 ? 0 : (next - within) / larger;
    }
}
