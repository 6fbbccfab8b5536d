package io.guanxi.analytics.segment.domain;

import io.guanxi.analytics.segment.domain.Condition.All;
import io.guanxi.analytics.segment.domain.Condition.Any;
import io.guanxi.analytics.segment.domain.Condition.Compare;
import io.guanxi.analytics.segment.domain.Condition.Not;
import io.guanxi.analytics.segment.domain.Condition.OneOf;
import io.guanxi.analytics.segment.domain.ReadCondition.Fault;
import io.guanxi.analytics.segment.domain.ReadCondition.Read;
import io.guanxi.analytics.segment.domain.ReadCondition.Refused;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what others wrote, and names every fault with the place where it is. */
final class ReadingConditions {

    static final int MOST_FAULTS = 50;

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,10})?");

    private final List<Fault> faults = new ArrayList<>();
    private int leaves;

    ReadCondition read(ConditionForm form) {
        Condition condition = condition(form, "", 1);
        if (leaves > Condition.MOST_LEAVES) {
            fault("", "too-many-conditions", "up to " + Condition.MOST_LEAVES);
        }
        return condition == null || !faults.isEmpty() ? new Refused(faults) : new Read(condition);
    }

    private @Nullable Condition condition(@Nullable ConditionForm form, String path, int depth) {
        if (form == null || form.kind() == null) {
            return fault(path, "missing-condition", "a condition with a kind");
        }
        if (depth > Condition.DEEPEST) {
            return fault(path, "too-deep", "up to " + Condition.DEEPEST + " within each other");
        }
        return switch (form.kind()) {
            case ConditionForm.ALL -> put(parts(form, path, depth), All::new);
            case ConditionForm.ANY -> put(parts(form, path, depth), Any::new);
            case ConditionForm.NOT -> not(form, path, depth);
            case ConditionForm.COMPARE -> compare(form, path);
            case ConditionForm.ONE_OF -> oneOf(form, path);
            default -> fault(at(path, "kind"), "unknown-kind", "all, any, not, compare or one-of");
        };
    }

    private static @Nullable Condition put(
            @Nullable List<Condition> parts, Function<List<Condition>, Condition> together) {
        return parts == null ? null : together.apply(parts);
    }

    private @Nullable List<Condition> parts(ConditionForm form, String path, int depth) {
        List<ConditionForm> written = Objects.requireNonNullElse(form.parts(), List.of());
        if (written.isEmpty() || written.size() > Condition.MOST_PARTS) {
            fault(at(path, "parts"), "wrong-number-of-parts", "1 to " + Condition.MOST_PARTS);
            return null;
        }
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            Condition part = condition(written.get(i), at(path, "parts[" + i + "]"), depth + 1);
            if (part != null) {
                parts.add(part);
            }
        }
        return parts.size() == written.size() ? parts : null;
    }

    private @Nullable Condition not(ConditionForm form, String path, int depth) {
        if (form.parts() == null || form.parts().size() != 1) {
            return fault(at(path, "parts"), "wrong-number-of-parts", "1");
        }
        List<Condition> parts = parts(form, path, depth);
        return parts == null ? null : new Not(parts.getFirst());
    }

    private @Nullable Condition compare(ConditionForm form, String path) {
        leaves++;
        Measure measure = measure(form, path, Measure.Kind.NUMBER);
        Comparison comparison = form.comparison() == null
                ? null
                : Comparison.named(form.comparison()).orElse(null);
        if (comparison == null) {
            fault(at(path, "comparison"), "unknown-comparison", codes(Comparison.values(), Comparison::code));
        }
        String value = form.value();
        if (value == null || !NUMBER.matcher(value).matches()) {
            return fault(
                    at(path, "value"), "not-a-number", "a decimal of up to 15 digits before and 10 behind the point");
        }
        return measure == null || comparison == null ? null : new Compare(measure, comparison, new BigDecimal(value));
    }

    private @Nullable Condition oneOf(ConditionForm form, String path) {
        leaves++;
        Measure measure = measure(form, path, Measure.Kind.WORD);
        List<String> values = Objects.requireNonNullElse(form.values(), List.of());
        if (values.isEmpty() || values.size() > Condition.MOST_PARTS) {
            return fault(at(path, "values"), "wrong-number-of-values", "1 to " + Condition.MOST_PARTS);
        }
        for (int i = 0; i < values.size(); i++) {
            word(measure, values.get(i), at(path, "values[" + i + "]"));
        }
        return measure == null || !faults.isEmpty() ? null : new OneOf(measure, new TreeSet<>(values));
    }

    private void word(@Nullable Measure measure, @Nullable String word, String path) {
        if (word == null || word.isBlank() || word.length() > Condition.LONGEST_WORD) {
            fault(path, "not-a-word", "1 to " + Condition.LONGEST_WORD + " characters");
        } else if (measure != null && !measure.knows(word)) {
            fault(path, "unknown-value", measure.words());
        }
    }

    private @Nullable Measure measure(ConditionForm form, String path, Measure.Kind kind) {
        Measure measure = form.measure() == null
                ? null
                : Measure.named(form.measure())
                        .filter(one -> one.kind() == kind)
                        .orElse(null);
        if (measure == null) {
            fault(
                    at(path, "measure"),
                    "unknown-measure",
                    Stream.of(Measure.values())
                            .filter(one -> one.kind() == kind)
                            .map(Measure::code)
                            .collect(Collectors.joining(", ")));
        }
        return measure;
    }

    private static <T> String codes(T[] values, Function<T, String> code) {
        return Stream.of(values).map(code).collect(Collectors.joining(", "));
    }

    private static String at(String path, String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    private @Nullable Condition fault(String path, String code, String expected) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new Fault(path, code, expected));
        }
        return null;
    }
}
