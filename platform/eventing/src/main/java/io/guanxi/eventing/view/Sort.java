package io.guanxi.eventing.view;

import java.util.List;

/**
 * The order of a list: by fields, then by the document's key so that no two documents are equal.
 *
 * @param fields paths in the stored document; all in one direction, so that one index serves both
 */
public record Sort(List<String> fields, boolean descending) {

    public Sort {
        fields = List.copyOf(fields);
    }

    public static Sort ascending(String... fields) {
        return new Sort(List.of(fields), false);
    }

    public static Sort descending(String... fields) {
        return new Sort(List.of(fields), true);
    }
}
