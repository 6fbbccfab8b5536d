package io.guanxi.analytics.cluster.domain;

/**
 * How clusters are looked for.
 *
 * @param seed another one gives other starting points
 * @param fewest numbers of clusters that are tried, from
 * @param most to; equal to fewest where somebody wants exactly so many; 2 to 12
 * @param starts how often each number is tried from other starting points
 * @param sampleRows customers that the numbers are tried on
 * @param silhouetteRows of these, the customers that the silhouette is computed of; its work is their square
 * @param atMostRows customers that are kept
 */
public record ClusterParameters(
        long seed, int fewest, int most, int starts, int sampleRows, int silhouetteRows, int atMostRows) {

    /** The usual search, for 2 to 8 clusters. */
    public static final ClusterParameters USUAL = new ClusterParameters(1, 2, 8, 8, 20_000, 2_000, 5_000_000);

    public ClusterParameters {
        require("fewest", fewest, 2, 12);
        require("most", most, fewest, 12);
        require("starts", starts, 1, 100);
        require("sample-rows", sampleRows, 100, 1_000_000);
        require("silhouette-rows", silhouetteRows, 100, 10_000);
        require("at-most-rows", atMostRows, 100, 50_000_000);
    }

    private static void require(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s: %d (expected: %d to %d)".formatted(name, value, least, most));
        }
    }
}
