package io.guanxi.analytics.runs.job;

import java.util.SortedMap;
import java.util.TreeMap;

/** What came of a run, in a few numbers and words. */
final class Summary {

    private final SortedMap<String, String> values = new TreeMap<>();

    Summary with(String name, Object value) {
        values.put(name, String.valueOf(value));
        return this;
    }

    Analysis.Stage.Finished finished() {
        return new Analysis.Stage.Finished(values);
    }
}
