package io.guanxi.analytics.cluster.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.guanxi.analytics.table.domain.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MeasuringSilhouettesTest {

    /** Leaves logarithms as they are. */
    private static final Scaling PLAIN = new Scaling(List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0));

    @Test
    void it_is_the_gap_to_the_next_cluster_over_the_larger_of_both_distances() {
        Points points = points(0, 1, 5);
        // The first point: 1 from its own, 5 from the other; the second: 1 and 4; the third is alone.
        assertThat(Silhouette.of(points, new int[] {0, 0, 1}, 2)).isCloseTo((4 / 5.0 + 3 / 4.0 + 0) / 3, within(1e-9));
    }

    @Test
    void one_cluster_alone_has_none() {
        assertThat(Silhouette.of(points(0, 1, 5), new int[] {0, 0, 0}, 2)).isZero();
    }

    @Test
    void a_search_ends_where_points_are_with_the_nearest_centre_and_centres_amid_their_points() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            double[] values = new double[60];
            Arrays.setAll(values, at -> random.nextInt(100) / 10.0);
            Points points = points(values);
            int clusters = 2 + random.nextInt(5);
            KMeans found = KMeans.best(points, clusters, 1, seed);
            assertThat(found.settled()).as("seed %d", seed).isTrue();
            double[] sums = new double[clusters];
            double[] sizes = new double[clusters];
            double inertia = 0;
            for (int point = 0; point < points.size(); point++) {
                assertThat(found.cluster()[point])
                        .as("seed %d", seed)
                        .isEqualTo(points.nearest(point, found.centres()));
                sums[found.cluster()[point]] += points.at(point, Habits.RECENCY);
                sizes[found.cluster()[point]]++;
                inertia += points.distance(point, found.centres()[found.cluster()[point]]);
            }
            for (int centre = 0; centre < clusters; centre++) {
                assertThat(found.centres()[centre][Habits.RECENCY])
                        .as("seed %d: a centre is the mean of its points", seed)
                        .isCloseTo(sums[centre] / sizes[centre], within(1e-9));
            }
            assertThat(found.inertia()).as("seed %d", seed).isCloseTo(inertia, within(1e-9));
            assertThat(KMeans.best(points, clusters, 20, seed).inertia())
                    .as("seed %d: more starts are never worse", seed)
                    .isLessThanOrEqualTo(found.inertia());
        }
    }

    /** On a line. */
    private static Points points(double... values) {
        double[][] columns = new double[Habits.MEASURES][values.length];
        for (int at = 0; at < values.length; at++) {
            columns[Habits.RECENCY][at] = Math.expm1(values[at]);
        }
        return Points.of(new Table(columns, values.length, 1), PLAIN);
    }
}
