package io.guanxi.contracts;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Schemas with every reference put in and every {@code allOf} merged, so that two of them can be compared by what they
 * mean: to move a part into a shared file changes nothing here.
 *
 * <p>Knows what our schemas use: references within a folder that do not recurse, and {@code allOf} whose members do not
 * restrict the same keyword of the same place twice.
 */
final class EffectiveSchemas {

    private final Path folder;
    private final Map<String, JsonNode> files = new HashMap<>();

    private EffectiveSchemas(Path folder) {
        this.folder = folder;
    }

    static EffectiveSchemas in(Path folder) {
        return new EffectiveSchemas(folder);
    }

    /** @return the type's schema in one piece, without what only explains it */
    JsonNode of(String type) {
        return effective(file(type + ".json"), type + ".json");
    }

    private JsonNode file(String name) {
        return files.computeIfAbsent(name, unread -> Resources.json(folder.resolve(unread)));
    }

    private JsonNode effective(JsonNode schema, String file) {
        if (!schema.isObject()) {
            return schema;
        }
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        for (JsonNode member : schema.path("allOf")) {
            merge(result, effective(member, file));
        }
        if (schema.has("$ref")) {
            merge(result, referenced(schema.get("$ref").stringValue(), file));
        }
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        schema.properties().forEach(keyword -> addOwn(own, keyword.getKey(), keyword.getValue(), file));
        merge(result, own);
        return result;
    }

    private JsonNode referenced(String reference, String file) {
        int hash = reference.indexOf('#');
        String target = hash == 0 ? file : hash < 0 ? reference : reference.substring(0, hash);
        JsonNode found = hash < 0 ? file(target) : file(target).at(reference.substring(hash + 1));
        if (found.isMissingNode()) {
            throw new IllegalStateException(file + " refers to " + reference + ", which is not there");
        }
        return effective(found, target);
    }

    private void addOwn(ObjectNode own, String keyword, JsonNode value, String file) {
        switch (keyword) {
            case "$schema", "$ref", "$defs", "allOf", "title", "description" -> {}
            case "properties" -> {
                ObjectNode properties = own.putObject(keyword);
                value.properties().forEach(field -> properties.set(field.getKey(), effective(field.getValue(), file)));
            }
            case "items", "propertyNames", "additionalProperties" -> own.set(keyword, effective(value, file));
            default -> own.set(keyword, value);
        }
    }

    private static void merge(ObjectNode into, JsonNode more) {
        more.properties().forEach(keyword -> {
            JsonNode known = into.get(keyword.getKey());
            JsonNode added = keyword.getValue();
            if (known == null) {
                into.set(keyword.getKey(), added.deepCopy());
            } else if (keyword.getKey().equals("required")) {
                into.set("required", union(known, added));
            } else if (keyword.getKey().equals("properties")) {
                merge((ObjectNode) known, added);
            } else if (known instanceof ObjectNode object && added.isObject()) {
                merge(object, added);
            } else if (!known.equals(added)) {
                throw new IllegalStateException("Two members of an allOf say " + keyword.getKey());
            }
        });
    }

    private static ArrayNode union(JsonNode first, JsonNode second) {
        Set<JsonNode> names = new LinkedHashSet<>();
        first.forEach(names::add);
        second.forEach(names::add);
        return JsonNodeFactory.instance.arrayNode().addAll(names);
    }
}
