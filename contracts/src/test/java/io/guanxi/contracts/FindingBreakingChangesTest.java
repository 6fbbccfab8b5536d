package io.guanxi.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.guanxi.contracts.SchemaChanges.Direction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FindingBreakingChangesTest {

    private static final String RELEASED = """
            {"type": "object", "required": ["id", "kind"], "properties": {
              "id": {"type": "string", "format": "uuid", "minLength": 2, "maxLength": 36, "pattern": "^[a-f]+$"},
              "kind": {"enum": ["a", "b"]},
              "origin": {"const": "shop"},
              "note": {"type": "string"},
              "lines": {"type": "array", "minItems": 1, "maxItems": 10, "items": {"type": "object", "required": ["n"], "properties": {
                "n": {"type": "integer", "minimum": 0, "maximum": 9}, "m": {"type": "number"}}}},
              "sums": {"type": "object", "propertyNames": {"pattern": "^[A-Z]$"}, "additionalProperties": {"maxLength": 5}}}}
            """;

    /** Each row: a text of the released schema, what replaces it, and the change that it is. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            "note": {"type": "string"},   | ''                              | /note was removed
            , "m": {"type": "number"}     | ''                              | /lines/0/m was removed
            "required": ["id", "kind"]    | "required": ["id","kind","note"]| /note became required
            "required": ["n"]             | "required": ["n", "m"]          | /lines/0/m became required
            "note": {"type": "string"}    | "note": {"type": "integer"}     | /note: type was "string" and is "integer"
            "format": "uuid"              | "format": "uri"                 | /id: format was "uuid" and is "uri"
            "pattern": "^[a-f]+$"         | "pattern": "^[a-e]+$"           | /id: pattern was "^[a-f]+$" and is "^[a-e]+$"
            "note": {"type": "string"}    | "note": {"type":"string","pattern":"x"} | /note: pattern was absent and is "x"
            "note": {"type": "string"}    | "note": {"type":"string","enum":["x"]}  | /note got an enum
            ["a", "b"]                    | ["a"]                           | /kind may no longer be "b"
            {"const": "shop"}             | {"const": "store"}              | /origin: const was "shop" and is "store"
            "maxLength": 36               | "maxLength": 35                 | /id: maxLength was 36 and is 35
            "minLength": 2                | "minLength": 3                  | /id: minLength was 2 and is 3
            "minimum": 0                  | "minimum": 1                    | /lines/0/n: minimum was 0 and is 1
            "maximum": 9                  | "maximum": 8                    | /lines/0/n: maximum was 9 and is 8
            "maxItems": 10                | "maxItems": 9                   | /lines: maxItems was 10 and is 9
            "minItems": 1                 | "minItems": 1, "uniqueItems": true | /lines: uniqueItems was absent and is true
            "^[A-Z]$"                     | "^[A-Y]$"                       | /sums/*: pattern was "^[A-Z]$" and is "^[A-Y]$"
            {"maxLength": 5}              | {"maxLength": 4}                | /sums/*: maxLength was 5 and is 4
            {"maxLength": 5}              | false                           | /sums: additionalProperties was {"maxLength":5} and is false
            """)
    void whatHurtsAnybodyIsFound(String text, String replacement, String expected) {
        JsonNode present = changed(text, replacement);

        assertAll(
                () -> assertThat(breaking(present, Direction.ACCEPTED)).containsExactly(expected),
                () -> assertThat(breaking(present, Direction.PUBLISHED)).containsExactly(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            "required": ["id", "kind"]    | "required": ["id"]         | /kind became optional
            ["a", "b"]                    | ["a", "b", "c"]            | /kind may now be "c"
            "maxLength": 36               | "maxLength": 37            | /id: maxLength was 36 and is 37
            "minimum": 0,                 | ''                         | /lines/0/n: minimum was 0 and is absent
            """)
    void whatIsLooserHurtsConsumersOnly(String text, String replacement, String expected) {
        JsonNode present = changed(text, replacement);

        assertAll(
                () -> assertThat(breaking(present, Direction.ACCEPTED)).isEmpty(),
                () -> assertThat(breaking(present, Direction.PUBLISHED)).containsExactly(expected));
    }

    @Test
    void anOptionalFieldMoreHurtsNobody() {
        JsonNode present = changed("\"note\":", "\"gift\": {\"type\": \"boolean\"}, \"note\":");

        assertThat(breaking(present, Direction.ACCEPTED)).isEmpty();
        assertThat(breaking(present, Direction.PUBLISHED)).isEmpty();
    }

    @Test
    void toShareAPartOrToExplainItIsNoChange(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("whole.json"), """
                {"type": "object", "required": ["a", "b"],
                 "properties": {"a": {"type": "string", "maxLength": 5}, "b": {"type": "string", "maxLength": 5}}}""");
        Files.writeString(folder.resolve("shared.json"), """
                {"title": "Shared", "required": ["a"], "properties": {"a": {"$ref": "#/$defs/short"}},
                 "$defs": {"short": {"description": "Short.", "type": "string", "maxLength": 5}}}""");
        Files.writeString(folder.resolve("parts.json"), """
                {"$schema": "x", "allOf": [{"$ref": "shared.json"}], "type": "object", "required": ["b"],
                 "properties": {"b": {"$ref": "shared.json#/$defs/short"}}}""");

        EffectiveSchemas schemas = EffectiveSchemas.in(folder);

        assertThat(SchemaChanges.breaking(schemas.of("whole"), schemas.of("parts"), Direction.PUBLISHED))
                .isEmpty();
    }

    private static List<String> breaking(JsonNode present, Direction direction) {
        return SchemaChanges.breaking(json(RELEASED), present, direction);
    }

    private static JsonNode changed(String text, String replacement) {
        assertThat(RELEASED).containsOnlyOnce(text);
        return json(RELEASED.replace(text, replacement));
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }
}
