package io.guanxi.analytics.segment.domain;

import java.time.LocalDate;

/**
 * A version of who belongs to a segment.
 *
 * @param name for ever the same, such as {@code at-risk-champions}
 * @param version from 1
 * @param effectiveFrom asked for this day or a later one it is used, until there is a later version
 */
public record SegmentDefinition(String name, int version, LocalDate effectiveFrom, Condition condition) {

    public SegmentDefinition {
        if (!SegmentName.isPossible(name)) {
            throw new IllegalArgumentException("name of a segment (expected: " + SegmentName.EXPECTED + ")");
        }
        if (version < 1) {
            throw new IllegalArgumentException("version: " + version + " (expected: at least 1)");
        }
        if (condition.depth() > Condition.DEEPEST || condition.leaves() > Condition.MOST_LEAVES) {
            throw new IllegalArgumentException("a condition of depth %d with %d leaves (expected: up to %d and %d)"
                    .formatted(condition.depth(), condition.leaves(), Condition.DEEPEST, Condition.MOST_LEAVES));
        }
    }

    public boolean matches(MeasuredCustomer customer) {
        return condition.matches(customer);
    }
}
