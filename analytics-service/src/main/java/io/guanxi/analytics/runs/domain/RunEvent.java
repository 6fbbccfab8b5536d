package io.guanxi.analytics.runs.domain;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What happened to a run. It is asked for once, and ends once. */
public sealed interface RunEvent {

    /**
     * It was asked for.
     *
     * @param kind as {@link RunKind#word()} writes it
     * @param parameters all that it is done by, those that were not given as well, each written as text
     * @param by the subject of whoever asked
     * @param asOf what happened after this day (UTC) plays no part
     */
    record RunAsked(String kind, SortedMap<String, String> parameters, String by, LocalDate asOf) implements RunEvent {

        public RunAsked {
            parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        }
    }

    /**
     * It is done.
     *
     * @param summary what came of it, in a few numbers and words
     */
    record RunCompleted(SortedMap<String, String> summary) implements RunEvent {

        public RunCompleted {
            summary = Collections.unmodifiableSortedMap(new TreeMap<>(summary));
        }
    }

    /**
     * It cannot be done with what is known of the tenant's customers.
     *
     * @param code kebab-case, stable
     * @param detail English, what there is and what would be needed
     */
    record RunRefused(String code, String detail) implements RunEvent {}

    /** Somebody ended it. */
    record RunCancelled(String by) implements RunEvent {}
}
