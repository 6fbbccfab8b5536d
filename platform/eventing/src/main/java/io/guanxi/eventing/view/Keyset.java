package io.guanxi.eventing.view;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Pages by the sort values of the last document handed out, so that what is inserted or removed before it shifts nothing. */
final class Keyset {

    private static final char ABSENT = '0';
    private static final char TEXT = 's';
    private static final char WHOLE = 'i';
    private static final char REAL = 'd';
    private static final char TRUTH = 'b';

    private Keyset() {}

    static Bson order(Sort sort) {
        List<String> fields = withKey(sort);
        return sort.descending() ? Sorts.descending(fields) : Sorts.ascending(fields);
    }

    /** What comes after a position. The bound on the first field is said twice, so that an ordered index can serve it. */
    static Bson after(Sort sort, List<String> position) {
        List<String> fields = withKey(sort);
        List<Bson> alternatives = new ArrayList<>();
        List<Bson> equal = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            Object value = decode(position.get(i));
            Bson beyond = beyond(fields.get(i), value, sort.descending());
            if (beyond != null) {
                List<Bson> all = new ArrayList<>(equal);
                all.add(beyond);
                alternatives.add(Filters.and(all));
            }
            equal.add(Filters.eq(fields.get(i), value));
        }
        Bson either = Filters.or(alternatives);
        Bson bound = bound(fields.getFirst(), decode(position.getFirst()), sort.descending());
        return bound == null ? either : Filters.and(bound, either);
    }

    /** A missing field comes first. Null if nothing comes after. */
    private static @Nullable Bson beyond(String field, @Nullable Object value, boolean descending) {
        if (value == null) {
            return descending ? null : Filters.ne(field, null);
        }
        return descending ? Filters.or(Filters.lt(field, value), Filters.eq(field, null)) : Filters.gt(field, value);
    }

    private static @Nullable Bson bound(String field, @Nullable Object value, boolean descending) {
        return value == null || descending ? null : Filters.gte(field, value);
    }

    static List<String> position(Sort sort, Document document) {
        return withKey(sort).stream()
                .map(field -> encode(valueAt(document, field)))
                .toList();
    }

    private static List<String> withKey(Sort sort) {
        List<String> fields = new ArrayList<>(sort.fields());
        fields.add(DocumentFormat.KEY);
        return fields;
    }

    private static @Nullable Object valueAt(Document document, String path) {
        Object value = document;
        for (String name : path.split("\\.")) {
            value = value instanceof Document inner ? inner.get(name) : null;
        }
        return value;
    }

    private static String encode(@Nullable Object value) {
        return switch (value) {
            case null -> String.valueOf(ABSENT);
            case String text -> TEXT + text;
            case Boolean truth -> TRUTH + truth.toString();
            case Double real -> REAL + real.toString();
            case Number whole -> WHOLE + Long.toString(whole.longValue());
            default ->
                throw new IllegalArgumentException(
                        "sort by a " + value.getClass().getSimpleName() + " (expected: text, number or truth)");
        };
    }

    private static @Nullable Object decode(String encoded) {
        String value = encoded.substring(1);
        return switch (encoded.charAt(0)) {
            case TEXT -> value;
            case TRUTH -> Boolean.valueOf(value);
            case REAL -> Double.valueOf(value);
            case WHOLE -> Long.valueOf(value);
            default -> null;
        };
    }
}
