package io.guanxi.standalone.orders;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a CSV file holds what.
 *
 * @param headers the file's header for each of our names; a name that is not mapped is a header of the same name
 */
record CsvColumns(Map<String, String> headers) {

    static final List<String> REQUIRED = List.of("order", "customer", "date", "amount");
    static final List<String> OPTIONAL = List.of("currency", "units", "sku", "category", "channel", "type");

    CsvColumns {
        headers = Map.copyOf(headers);
        for (String name : headers.keySet()) {
            if (!REQUIRED.contains(name) && !OPTIONAL.contains(name)) {
                throw new IllegalArgumentException(
                        "column: %s (expected: one of %s, %s)".formatted(name, REQUIRED, OPTIONAL));
            }
        }
    }

    /** Reads {@code order=Order No,customer=Client}; empty or null is the identity. */
    static CsvColumns parse(@Nullable String mapping) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String pair : mapping == null || mapping.isBlank() ? List.<String>of() : List.of(mapping.split(","))) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("columns: " + pair + " (expected: name=header)");
            }
            headers.put(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
        return new CsvColumns(headers);
    }

    String header(String name) {
        return headers.getOrDefault(name, name);
    }
}
