package io.guanxi.analytics.segment.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A condition in a list that says the whole, each before those within it.
 *
 * @param kind as of {@link ConditionForm}, and so are the others
 * @param in the place in the list, from 0, of the condition that it is within; null of the first one
 */
public record ConditionRow(
        String kind,
        @Nullable Integer in,
        @Nullable String measure,
        @Nullable String comparison,
        @Nullable String value,
        @Nullable List<String> values) {

    public static List<ConditionRow> of(Condition condition) {
        List<ConditionRow> rows = new ArrayList<>();
        add(ConditionForm.of(condition), null, rows);
        return List.copyOf(rows);
    }

    private static void add(ConditionForm form, @Nullable Integer in, List<ConditionRow> rows) {
        int place = rows.size();
        String kind = form.kind() == null ? "" : form.kind();
        rows.add(new ConditionRow(kind, in, form.measure(), form.comparison(), form.value(), form.values()));
        if (form.parts() != null) {
            form.parts().forEach(part -> add(part, place, rows));
        }
    }

    /**
     * The whole that a list says.
     *
     * @throws IllegalArgumentException if a row is not behind the one that it is within, or there is not exactly one first
     */
    public static ConditionForm whole(List<ConditionRow> rows) {
        for (int i = 0; i < rows.size(); i++) {
            Integer in = rows.get(i).in();
            if (i == 0 ? in != null : in == null || in < 0 || in >= i) {
                throw new IllegalArgumentException("row %d is in %s (expected: one before it)".formatted(i, in));
            }
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("rows: none (expected: one at least)");
        }
        return form(rows, 0);
    }

    private static ConditionForm form(List<ConditionRow> rows, int place) {
        ConditionRow row = rows.get(place);
        List<ConditionForm> parts = IntStream.range(place + 1, rows.size())
                .filter(i -> Integer.valueOf(place).equals(rows.get(i).in()))
                .mapToObj(i -> form(rows, i))
                .toList();
        return new ConditionForm(
                row.kind(), parts.isEmpty() ? null : parts, row.measure(), row.comparison(), row.value(), row.values());
    }
}
