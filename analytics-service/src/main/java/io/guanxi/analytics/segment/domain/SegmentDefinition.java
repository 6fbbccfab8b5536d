package io.guanxi.analytics.segment.domain;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * A version of who belongs to a segment.
 *
 * @param name for ever the same, such as {@code at-risk-champions}
 * @param version from 1
 * @param effectiveFrom asked for this day or a later one it is used, until there is a later version
 */
public record SegmentDefinition(String name, int version, LocalDate effectiveFrom, Condition condition) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_NAME = 60;

    public SegmentDefinition {
        if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name of a segment: small letters, digits and hyphens expected, up to "
                    + LONGEST_NAME + " characters");
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
