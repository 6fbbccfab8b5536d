package io.guanxi.benchmarks.log;

import io.guanxi.benchmarks.report.Spread;
import java.util.Map;

/** How many times one contender's figure is another's. */
final class Ratios {

    private Ratios() {}

    /** Of the medians; not a number if one of the two was not measured. */
    static double between(Map<String, Spread> figures, String one, String other) {
        Spread above = figures.get(one);
        Spread below = figures.get(other);
        return above == null || below == null ? Double.NaN : above.median() / below.median();
    }
}
