package io.guanxi.contracts;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Finds the fields of an effective schema that could be of any size. */
final class Boundaries {

    private Boundaries() {}

    static List<String> missing(JsonNode schema) {
        List<String> missing = new ArrayList<>();
        collect("", schema, missing);
        return missing;
    }

    private static void collect(String at, JsonNode schema, List<String> missing) {
        for (String keyword : needed(schema.path("type").asString(""))) {
            if (!schema.has(keyword)) {
                missing.add(at + " has no " + keyword);
            }
        }
        schema.path("properties")
                .properties()
                .forEach(field -> collect(at + "/" + field.getKey(), field.getValue(), missing));
        if (schema.has("items")) {
            collect(at + "/0", schema.get("items"), missing);
        }
        if (schema.has("additionalProperties")) {
            collect(at + "/*", schema.get("additionalProperties"), missing);
        }
    }

    private static List<String> needed(String type) {
        return switch (type) {
            case "string" -> List.of("maxLength");
            case "integer", "number" -> List.of("minimum", "maximum");
            case "array" -> List.of("maxItems", "items");
            case "object", "boolean" -> List.of();
            default -> List.of("type");
        };
    }
}
