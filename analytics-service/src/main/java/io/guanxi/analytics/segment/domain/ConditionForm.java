package io.guanxi.analytics.segment.domain;

import io.guanxi.analytics.segment.domain.Condition.All;
import io.guanxi.analytics.segment.domain.Condition.Any;
import io.guanxi.analytics.segment.domain.Condition.Compare;
import io.guanxi.analytics.segment.domain.Condition.Not;
import io.guanxi.analytics.segment.domain.Condition.OneOf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition as others write it, which need not be right. Equal conditions have equal forms.
 *
 * @param kind {@code all}, {@code any}, {@code not}, {@code compare} or {@code one-of}
 * @param parts of all and any, and the one of not
 * @param measure the code of a {@link Measure}, of compare and one-of
 * @param comparison the code of a {@link Comparison}, of compare
 * @param value a decimal, of compare
 * @param values words, of one-of
 */
public record ConditionForm(
        @Nullable String kind,
        @Nullable List<ConditionForm> parts,
        @Nullable String measure,
        @Nullable String comparison,
        @Nullable String value,
        @Nullable List<String> values) {

    public static final String ALL = "all";
    public static final String ANY = "any";
    public static final String NOT = "not";
    public static final String COMPARE = "compare";
    public static final String ONE_OF = "one-of";

    public static ConditionForm of(Condition condition) {
        return switch (condition) {
            case All all -> of(ALL, all.parts());
            case Any any -> of(ANY, any.parts());
            case Not not -> of(NOT, List.of(not.part()));
            case Compare compare ->
                new ConditionForm(
                        COMPARE,
                        null,
                        compare.measure().code(),
                        compare.comparison().code(),
                        compare.than().toPlainString(),
                        null);
            case OneOf oneOf ->
                new ConditionForm(ONE_OF, null, oneOf.measure().code(), null, null, List.copyOf(oneOf.values()));
        };
    }

    private static ConditionForm of(String kind, List<Condition> parts) {
        return new ConditionForm(kind, parts.stream().map(ConditionForm::of).toList(), null, null, null, null);
    }

    /** What it says, or all that is wrong with it. */
    public ReadCondition read() {
        return new ReadingConditions().read(this);
    }
}
