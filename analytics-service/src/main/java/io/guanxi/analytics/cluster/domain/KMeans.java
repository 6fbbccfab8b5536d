package io.guanxi.analytics.cluster.domain;

import io.guanxi.analytics.table.domain.Scatter;
import java.util.Arrays;

/**
 * k-means by Lloyd's method, started as in k-means++ (Arthur and Vassilvitskii 2007). What looks like chance follows from the
 * seed and the place of a point, so equal points in equal order give equal centres.
 *
 * @param inertia sum of the squared distances of all points from their centres
 * @param settled whether no point changed its cluster in the last round
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared or printed.
record KMeans(double[][] centres, int[] cluster, double inertia, int rounds, boolean settled) {

    private static final int MOST_ROUNDS = 200;

    /** The best of several starts. */
    static KMeans best(Points points, int clusters, int starts, long seed) {
        KMeans best = null;
        for (int start = 0; start < starts; start++) {
            KMeans one = from(points, start(points, clusters, Scatter.of(start, seed)));
            if (best == null || one.inertia < best.inertia) {
                best = one;
            }
        }
        if (best == null) {
            throw new IllegalArgumentException("starts: " + starts + " (expected: one at least)");
        }
        return best;
    }

    /** Goes on from centres until nothing moves. */
    static KMeans from(Points points, double[][] centres) {
        int[] cluster = new int[points.size()];
        boolean moved = assign(points, centres, cluster, true);
        int rounds = 1;
        double[][] means = centres;
        while (moved && rounds < MOST_ROUNDS) {
            means = means(points, cluster, means);
            moved = assign(points, means, cluster, false);
            rounds++;
        }
        double inertia = 0;
        for (int point = 0; point < points.size(); point++) {
            inertia += points.distance(point, means[cluster[point]]);
        }
        return new KMeans(means, cluster, inertia, rounds, !moved);
    }

    private static boolean assign(Points points, double[][] centres, int[] cluster, boolean first) {
        boolean moved = first;
        for (int point = 0; point < points.size(); point++) {
            int nearest = points.nearest(point, centres);
            moved |= cluster[point] != nearest;
            cluster[point] = nearest;
        }
        return moved;
    }

    private static double[][] means(Points points, int[] cluster, double[][] before) {
        double[][] means = new double[before.length][Points.WIDTH];
        int[] sizes = new int[before.length];
        for (int point = 0; point < points.size(); point++) {
            sizes[cluster[point]]++;
            for (int measure = 0; measure < Points.WIDTH; measure++) {
                means[cluster[point]][measure] += points.at(point, measure);
            }
        }
        for (int centre = 0; centre < means.length; centre++) {
            for (int measure = 0; measure < Points.WIDTH; measure++) {
                means[centre][measure] /= sizes[centre];
            }
            if (sizes[centre] == 0) {
                means[centre] = farthest(points, cluster, before);
            }
        }
        return means;
    }

    /** Where a cluster has lost its last point it starts again at the point that is served worst. */
    private static double[] farthest(Points points, int[] cluster, double[][] centres) {
        int farthest = 0;
        double most = -1;
        for (int point = 0; point < points.size(); point++) {
            double distance = points.distance(point, centres[cluster[point]]);
            if (distance > most) {
                most = distance;
                farthest = point;
            }
        }
        return points.point(farthest);
    }

    /** Each next centre is a point drawn with a chance in the square of its distance from those before. */
    private static double[][] start(Points points, int clusters, long seed) {
        double[][] centres = new double[clusters][];
        centres[0] = points.point((int) Math.min(points.size() - 1L, (long) (Scatter.unit(0, seed) * points.size())));
        double[] nearest = new double[points.size()];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int next = 1; next < clusters; next++) {
            double sum = 0;
            for (int point = 0; point < points.size(); point++) {
                nearest[point] = Math.min(nearest[point], points.distance(point, centres[next - 1]));
                sum += nearest[point];
            }
            centres[next] = points.point(drawn(nearest, Scatter.unit(next, seed) * sum));
        }
        return centres;
    }

    private static int drawn(double[] weights, double mark) {
        double sum = 0;
        for (int at = 0; at < weights.length; at++) {
            sum += weights[at];
            if (sum >= mark) {
                return at;
            }
        }
        return weights.length - 1;
    }
}
