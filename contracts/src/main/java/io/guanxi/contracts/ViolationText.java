package io.guanxi.contracts;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import tools.jackson.databind.JsonNode;

/** Says what a schema expected, from the schema alone: the validator's own messages repeat parts of the body. */
final class ViolationText {

    private ViolationText() {}

    static Violation violation(Error error) {
        NodePath at = error.getInstanceLocation();
        String missing = error.getProperty();
        if ("required".equals(error.getKeyword()) && missing != null) {
            return new Violation(pointer(at.append(missing)), "is missing");
        }
        return new Violation(pointer(at), expected(error.getKeyword(), error.getSchemaNode()));
    }

    private static String pointer(NodePath path) {
        return path.getNameCount() == 0 ? "" : path.toString();
    }

    private static String expected(String keyword, JsonNode limit) {
        return switch (keyword) {
            case "type" -> "has the wrong type (expected: " + text(limit) + ")";
            case "const", "enum" -> "has another value than allowed (expected: " + text(limit) + ")";
            case "pattern" -> "does not have its form (expected: " + text(limit) + ")";
            case "format" -> "does not have its form (expected: " + text(limit) + ")";
            case "minLength" -> "is too short (expected: at least " + text(limit) + " characters)";
            case "maxLength" -> "is too long (expected: at most " + text(limit) + " characters)";
            case "minItems" -> "has too few items (expected: at least " + text(limit) + ")";
            case "maxItems" -> "has too many items (expected: at most " + text(limit) + ")";
            case "minProperties" -> "has too few fields (expected: at least " + text(limit) + ")";
            case "maxProperties" -> "has too many fields (expected: at most " + text(limit) + ")";
            case "minimum" -> "is too small (expected: at least " + text(limit) + ")";
            case "maximum" -> "is too large (expected: at most " + text(limit) + ")";
            default -> "does not fulfil the schema's " + keyword;
        };
    }

    private static String text(JsonNode limit) {
        return limit.isString() ? limit.stringValue() : limit.toString();
    }
}
