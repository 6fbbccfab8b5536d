package io.guanxi.analytics.cluster.domain;

import io.guanxi.analytics.table.domain.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Finds clusters. Each number of clusters is tried on a sample, the one of the best silhouette is taken, of equals the
 * fewest, and from its centres all customers are gone through until nobody moves.
 */
public final class ClusterSearch {

    private final ClusterParameters parameters;
    private final Table table;
    private final Scaling scaling;

    private ClusterSearch(ClusterParameters parameters, Table table) {
        this.parameters = parameters;
        this.table = table;
        this.scaling = Scaling.of(table);
    }

    /** @param habits of all customers of a tenant who have bought */
    public static ClusterResult of(Habits habits, ClusterParameters parameters) {
        Table table = habits.table();
        int required = parameters.most() * 2;
        long different = table.rows() < required ? table.rows() : different(table, required);
        if (different < required) {
            return new ClusterResult.NotFound(
                    "too-few-customers",
                    "There must be two different customers for each of %d clusters.".formatted(parameters.most()),
                    different,
                    required);
        }
        return new ClusterSearch(parameters, table).found();
    }

    private static long different(Table table, int enough) {
        return IntStream.range(0, table.rows())
                .mapToObj(row -> List.of(
                        table.at(row, Habits.RECENCY), table.at(row, Habits.FREQUENCY), table.at(row, Habits.MONETARY)))
                .distinct()
                .limit(enough)
                .count();
    }

    /** A number of clusters as it did on the sample. */
    private record Choice(KMeans means, ClusterResult.Tried tried) {}

    private ClusterResult found() {
        Table sampled = table.sample(parameters.sampleRows());
        Points sample = Points.of(sampled, scaling);
        Points few = Points.of(sampled.sample(parameters.silhouetteRows()), scaling);
        List<Choice> choices = IntStream.rangeClosed(parameters.fewest(), parameters.most())
                .mapToObj(clusters -> choice(sample, few, clusters))
                .toList();
        // Of equals this is the first.
        Choice best = Collections.max(
                choices, Comparator.comparingDouble(choice -> choice.tried().silhouette()));
        KMeans all = sampled == table
                ? best.means()
                : KMeans.from(Points.of(table, scaling), best.means().centres());
        return new ClusterResult.Found(
                new Grouping(scaling, named(all)),
                choices.stream().map(Choice::tried).toList(),
                table.rows(),
                table.share(),
                all.inertia() / table.rows(),
                all.rounds(),
                all.settled());
    }

    private Choice choice(Points sample, Points few, int clusters) {
        KMeans means = KMeans.best(sample, clusters, parameters.starts(), parameters.seed());
        return new Choice(
                means,
                new ClusterResult.Tried(
                        clusters,
                        Silhouette.of(few, means.cluster(), clusters),
                        means.inertia() / sample.size(),
                        smallestShare(means, clusters)));
    }

    private static double smallestShare(KMeans one, int clusters) {
        int[] sizes = new int[clusters];
        Arrays.stream(one.cluster()).forEach(cluster -> sizes[cluster]++);
        return (double) Arrays.stream(sizes).min().orElse(0) / one.cluster().length;
    }

    private List<Cluster> named(KMeans all) {
        int clusters = all.centres().length;
        long[] sizes = new long[clusters];
        double[] money = new double[clusters];
        for (int row = 0; row < table.rows(); row++) {
            sizes[all.cluster()[row]]++;
            money[all.cluster()[row]] += table.at(row, Habits.MONETARY);
        }
        List<Integer> byValue = IntStream.range(0, clusters)
                .filter(cluster -> sizes[cluster] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer cluster) -> -money[cluster] / sizes[cluster])
                        .thenComparing(cluster -> Arrays.toString(all.centres()[cluster])))
                .toList();
        Map<ClusterName, Integer> uses = new HashMap<>();
        List<Cluster> named = new ArrayList<>();
        for (int cluster : byValue) {
            double[] centre = all.centres()[cluster];
            ClusterName plain = ClusterName.of(centre);
            int use = uses.merge(plain, 1, Integer::sum);
            ClusterName name = use == 1 ? plain : plain.numbered(use);
            named.add(new Cluster(
                    named.size() + 1,
                    name.english(),
                    name.chinese(),
                    Arrays.stream(centre).boxed().toList(),
                    scaling.natural(Habits.RECENCY, centre[Habits.RECENCY]),
                    scaling.natural(Habits.FREQUENCY, centre[Habits.FREQUENCY]),
                    scaling.natural(Habits.MONETARY, centre[Habits.MONETARY]),
                    sizes[cluster],
                    money[cluster] / sizes[cluster]));
        }
        return named;
    }
}
