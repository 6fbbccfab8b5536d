package io.guanxi.analytics.cluster.domain;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a cluster has in common, compared with the population: how far its centre is from the mean. */
record ClusterName(String english, String chinese) {

    /** In standard deviations of the population. */
    private static final double NOTICEABLE = 0.35;

    private static final double STRIKING = 1;

    private static final String ENGLISH_BETWEEN = ", ";
    private static final String CHINESE_BETWEEN = "·";

    /** Words for one measure: far below, below, about, above and far above the mean; nothing is said of the middle. */
    private record Words(List<String> english, List<String> chinese) {

        ClusterName at(double distance) {
            int level = 2;
            if (Math.abs(distance) >= NOTICEABLE) {
                level += (Math.abs(distance) >= STRIKING ? 2 : 1) * (distance < 0 ? -1 : 1);
            }
            return new ClusterName(english.get(level), chinese.get(level));
        }
    }

    private static final Words RECENCY = new Words(
            List.of("far more recent", "more recent", "", "quieter", "far quieter"),
            List.of("最近购买很近", "最近购买较近", "", "沉默较久", "沉默很久"));

    private static final Words FREQUENCY = new Words(
            List.of("far rarer", "rarer", "", "more frequent", "far more frequent"),
            List.of("频次很低", "频次较低", "", "频次较高", "频次很高"));

    private static final Words MONETARY = new Words(
            List.of("far lower value", "lower value", "", "higher value", "far higher value"),
            List.of("金额很低", "金额较低", "", "金额较高", "金额很高"));

    /** @param centre scaled: recency, frequency, monetary */
    static ClusterName of(double[] centre) {
        List<ClusterName> said = Stream.of(
                        RECENCY.at(centre[Habits.RECENCY]),
                        FREQUENCY.at(centre[Habits.FREQUENCY]),
                        MONETARY.at(centre[Habits.MONETARY]))
                .filter(words -> !words.english.isEmpty())
                .toList();
        return said.isEmpty()
                ? new ClusterName("average", "中等")
                : new ClusterName(
                        said.stream().map(ClusterName::english).collect(Collectors.joining(ENGLISH_BETWEEN)),
                        said.stream().map(ClusterName::chinese).collect(Collectors.joining(CHINESE_BETWEEN)));
    }

    /** The same with a number, where several clusters have the same in common. */
    ClusterName numbered(int number) {
        return new ClusterName(english + " (" + number + ")", chinese + "（" + number + "）");
    }
}
