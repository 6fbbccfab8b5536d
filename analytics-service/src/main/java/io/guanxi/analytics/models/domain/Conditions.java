package io.guanxi.analytics.models.domain;

import io.guanxi.analytics.segment.domain.Condition;
import io.guanxi.analytics.segment.domain.ConditionRow;
import io.guanxi.analytics.segment.domain.ReadCondition;
import java.util.List;
import java.util.stream.Stream;

/** Conditions as they are stored and published: in the words that measures and comparisons have for ever. */
public final class Conditions {

    /** Of all words together; a definition must fit into one record of a topic, whatever its script. */
    static final int MOST_CHARACTERS = 100_000;

    private Conditions() {}

    /** @throws IllegalArgumentException if the rows are no condition, or name what is not known here */
    public static Condition read(List<ConditionRow> rows) {
        return switch (ConditionRow.whole(rows).read()) {
            case ReadCondition.Read read -> read.condition();
            case ReadCondition.Refused refused -> throw new IllegalArgumentException("condition: " + refused.faults());
        };
    }

    /** Whether it can be written so that it is read again. */
    static boolean canBeKept(Condition condition) {
        List<ConditionRow> rows = ConditionRow.of(condition);
        return ConditionRow.whole(rows).read() instanceof ReadCondition.Read && characters(rows) <= MOST_CHARACTERS;
    }

    private static long characters(List<ConditionRow> rows) {
        return rows.stream()
                .flatMap(row -> row.values() == null ? Stream.<String>empty() : row.values().stream())
                .mapToLong(String::length)
                .sum();
    }
}
