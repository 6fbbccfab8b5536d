package io.guanxi.contracts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Finds what a schema may not do within a version.
 *
 * <p>Of what shops send, nothing that was valid may become invalid. What we publish may also not become looser: a consumer
 * relies on a field to be there, and on a text to fit its column.
 */
final class SchemaChanges {

    /** Who is hurt by a change. */
    enum Direction {
        ACCEPTED,
        PUBLISHED;

        static Direction of(String type) {
            return type.startsWith("shop.") ? ACCEPTED : PUBLISHED;
        }
    }

    private static final Set<String> UPPER_LIMITS =
            Set.of("maxLength", "maxItems", "maxProperties", "maximum", "exclusiveMaximum");
    private static final Set<String> LOWER_LIMITS =
            Set.of("minLength", "minItems", "minProperties", "minimum", "exclusiveMinimum");

    private final Direction direction;
    private final List<String> breaks = new ArrayList<>();

    private SchemaChanges(Direction direction) {
        this.direction = direction;
    }

    /**
     * @param released an effective schema, see {@link EffectiveSchemas}
     * @param present the same type's effective schema now
     * @return a line for each change that breaks somebody, with the JSON pointer of the field
     */
    static List<String> breaking(JsonNode released, JsonNode present, Direction direction) {
        SchemaChanges changes = new SchemaChanges(direction);
        changes.compare("", released, present);
        return changes.breaks;
    }

    private void compare(String at, JsonNode released, JsonNode present) {
        Set<String> keywords = new LinkedHashSet<>(released.propertyNames());
        keywords.addAll(present.propertyNames());
        keywords.forEach(keyword -> compare(at, keyword, released.path(keyword), present.path(keyword)));
    }

    private void compare(String at, String keyword, JsonNode released, JsonNode present) {
        if (released.equals(present)) {
            return;
        }
        switch (keyword) {
            case "properties" -> compareProperties(at, released, present);
            case "required" -> compareRequired(at, values(released), values(present));
            case "enum" -> compareAllowed(at, values(released), values(present));
            case "items", "propertyNames", "additionalProperties" -> compareNested(at, keyword, released, present);
            default -> compareLimit(at, keyword, released, present);
        }
    }

    private void compareProperties(String at, JsonNode released, JsonNode present) {
        released.properties().forEach(field -> {
            String pointer = at + "/" + field.getKey();
            JsonNode now = present.path(field.getKey());
            if (now.isMissingNode()) {
                breaks.add(pointer + " was removed");
            } else {
                compare(pointer, field.getValue(), now);
            }
        });
    }

    private void compareRequired(String at, Set<JsonNode> released, Set<JsonNode> present) {
        added(released, present).forEach(name -> breaks.add(at + "/" + name.stringValue() + " became required"));
        if (direction == Direction.PUBLISHED) {
            added(present, released).forEach(name -> breaks.add(at + "/" + name.stringValue() + " became optional"));
        }
    }

    private void compareAllowed(String at, Set<JsonNode> released, Set<JsonNode> present) {
        if (released.isEmpty()) {
            breaks.add(at + " got an enum");
            return;
        }
        added(present, released).forEach(value -> breaks.add(at + " may no longer be " + value));
        if (direction == Direction.PUBLISHED) {
            added(released, present).forEach(value -> breaks.add(at + " may now be " + value));
        }
    }

    private void compareNested(String at, String keyword, JsonNode released, JsonNode present) {
        if (released.isObject() && present.isObject()) {
            compare(at + "/" + (keyword.equals("items") ? "0" : "*"), released, present);
        } else {
            compareLimit(at, keyword, released, present);
        }
    }

    private void compareLimit(String at, String keyword, JsonNode released, JsonNode present) {
        if (direction == Direction.ACCEPTED && isLooser(keyword, released, present)) {
            return;
        }
        breaks.add("%s: %s was %s and is %s".formatted(at, keyword, shown(released), shown(present)));
    }

    private static boolean isLooser(String keyword, JsonNode released, JsonNode present) {
        if (present.isMissingNode()) {
            return true;
        }
        if (released.isMissingNode()) {
            return false;
        }
        if (UPPER_LIMITS.contains(keyword)) {
            return number(present).compareTo(number(released)) > 0;
        }
        return LOWER_LIMITS.contains(keyword) && number(present).compareTo(number(released)) < 0;
    }

    private static BigDecimal number(JsonNode limit) {
        return limit.decimalValue();
    }

    private static String shown(JsonNode value) {
        return value instanceof MissingNode ? "absent" : value.toString();
    }

    private static Set<JsonNode> values(JsonNode array) {
        Set<JsonNode> values = new LinkedHashSet<>();
        array.forEach(values::add);
        return values;
    }

    private static Set<JsonNode> added(Set<JsonNode> before, Set<JsonNode> after) {
        Set<JsonNode> added = new LinkedHashSet<>(after);
        added.removeAll(before);
        return added;
    }
}
