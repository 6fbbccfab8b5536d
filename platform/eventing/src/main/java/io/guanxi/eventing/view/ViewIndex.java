package io.guanxi.eventing.view;

import java.util.List;

/**
 * A compound index that is served in its order: equality on the first fields, a range or the order on the one after them.
 * The document's key comes last by itself, so that pages are stable.
 *
 * @param fields paths in the stored document, such as {@code address.city}
 */
public record ViewIndex(List<String> fields) {

    public ViewIndex {
        fields = List.copyOf(fields);
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("fields of an index: none (expected: at least one)");
        }
    }

    public static ViewIndex on(String... fields) {
        return new ViewIndex(List.of(fields));
    }
}
