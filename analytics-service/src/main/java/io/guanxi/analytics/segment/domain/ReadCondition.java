package io.guanxi.analytics.segment.domain;

import java.util.List;

/** What became of a condition that others wrote. */
public sealed interface ReadCondition {

    record Read(Condition condition) implements ReadCondition {}

    /** @param faults at least one, at most {@link ReadingConditions#MOST_FAULTS} */
    record Refused(List<Fault> faults) implements ReadCondition {

        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /**
     * Something wrong.
     *
     * @param path where, such as {@code parts[2].measure}; empty of the whole
     * @param code what, stable
     * @param expected what would be right
     */
    record Fault(String path, String code, String expected) {}
}
