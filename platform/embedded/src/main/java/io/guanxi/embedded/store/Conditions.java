package io.guanxi.embedded.store;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of a filter that an ordered index can serve. The rest is left to the check that every proposed document
 * passes, so leaving something out is slow and never wrong.
 */
final class Conditions {

    private final Map<String, List<Constraint>> constraints = new LinkedHashMap<>();
    private boolean complete = true;

    private Conditions() {}

    static Conditions of(@Nullable Document filter) {
        Conditions conditions = new Conditions();
        if (filter != null) {
            conditions.addAll(filter);
        }
        return conditions;
    }

    /** Whether an index over these fields alone decides the whole filter. */
    boolean completeOn(Collection<String> fields) {
        return complete && fields.containsAll(constraints.keySet());
    }

    /**
     * What is demanded of a field, or null.
     *
     * @param single whether one value of a document has to meet all demands. An array may meet one demand with one of its
     *     elements and another demand with another one.
     */
    @Nullable
    Constraint on(String field, boolean single) {
        List<Constraint> all = constraints.get(field);
        if (all == null) {
            return null;
        }
        return single ? all.stream().reduce(Constraint::and).orElse(null) : all.getFirst();
    }

    /** Whether the field has to have a value other than null. */
    boolean demandsValue(String field) {
        byte[] nothing = OrderedBytes.of(null);
        return constraints.getOrDefault(field, List.of()).stream().anyMatch(constraint -> switch (constraint) {
            case Constraint.OneOf(List < Span > points) ->
                points.stream().noneMatch(point -> Arrays.equals(point.low(), nothing));
            case Constraint.Within within -> true;
        });
    }

    private void addAll(Document filter) {
        filter.forEach((key, value) -> {
            if (key.equals("$and") && value instanceof Collection<?> parts) {
                parts.forEach(part -> addPart(part));
            } else if (key.startsWith("$")) {
                complete = key.equals("$comment") && complete;
            } else {
                addField(key, value);
            }
        });
    }

    private void addPart(Object part) {
        if (part instanceof Document filter) {
            addAll(filter);
        } else {
            complete = false;
        }
    }

    private void addField(String field, @Nullable Object demanded) {
        if (demanded instanceof Document operators && isOperators(operators)) {
            operators.forEach((operator, operand) -> add(field, ofOperator(operator, operand)));
        } else {
            add(field, canBePoint(demanded) ? new Constraint.OneOf(List.of(Span.point(demanded))) : null);
        }
    }

    private void add(String field, @Nullable Constraint constraint) {
        if (constraint == null) {
            complete = false;
        } else {
            constraints.computeIfAbsent(field, any -> new ArrayList<>()).add(constraint);
        }
    }

    private static boolean isOperators(Document document) {
        return !document.isEmpty() && document.keySet().iterator().next().startsWith("$");
    }

    private static @Nullable Constraint ofOperator(String operator, @Nullable Object operand) {
        return switch (operator) {
            case "$eq" -> canBePoint(operand) ? new Constraint.OneOf(List.of(Span.point(operand))) : null;
            case "$in" -> operand instanceof Collection<?> values ? oneOf(values) : null;
            case "$gt", "$gte" ->
                operand != null && canBeBound(operand)
                        ? new Constraint.Within(Span.atLeast(operand, operator.equals("$gte")))
                        : null;
            case "$lt", "$lte" ->
                operand != null && canBeBound(operand)
                        ? new Constraint.Within(Span.atMost(operand, operator.equals("$lte")))
                        : null;
            default -> null;
        };
    }

    private static @Nullable Constraint oneOf(Collection<?> values) {
        return values.stream().allMatch(Conditions::canBePoint)
                ? new Constraint.OneOf(values.stream().map(Span::point).toList())
                : null;
    }

    /** An array matches as a whole or by an element, an expression by its text; both are for the check alone. */
    private static boolean canBePoint(@Nullable Object value) {
        return !(value instanceof Collection) && !BsonRegularExpression.isRegularExpression(value);
    }

    private static boolean canBeBound(Object value) {
        return canBePoint(value) && !(value instanceof MinKey) && !(value instanceof MaxKey);
    }
}
