package io.guanxi.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The samples that shops and consumers test their own programs with. */
class SamplesTest {

    private static final JsonNode EXPECTED = Resources.json(Resources.SAMPLES.resolve("expected-violations.json"));

    private final SchemaCatalogue catalogue = SchemaCatalogue.published();

    @ParameterizedTest
    @MethodSource("types")
    void theFullAndTheMinimalSampleAreValid(String type) {
        assertThat(catalogue.validate(type, Resources.bytes(sample(type, "full"))))
                .isEmpty();
        assertThat(catalogue.validate(type, Resources.bytes(sample(type, "minimal"))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void theFullSampleHasEveryFieldOfTheSchema(String type) {
        JsonNode schema = EffectiveSchemas.in(Resources.SCHEMAS).of(type);

        assertThat(missing(schema, Resources.json(sample(type, "full")), "")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void theMinimalSampleHasNoFieldToSpare(String type) {
        ObjectNode minimal = (ObjectNode) Resources.json(sample(type, "minimal"));

        for (String field : List.copyOf(minimal.propertyNames())) {
            assertThat(catalogue.validate(type, minimal.deepCopy().without(List.of(field))))
                    .as("without " + field)
                    .extracting(Violation::toString)
                    .containsExactly("/" + field + " is missing");
        }
    }

    @ParameterizedTest
    @MethodSource("invalidSamples")
    void anInvalidSampleIsRefusedWhereItIsWrong(String sample, String pointer) {
        String type = sample.substring(0, sample.indexOf('/'));

        assertThat(catalogue.validate(type, Resources.bytes(Resources.SAMPLES.resolve(sample))))
                .isNotEmpty()
                .extracting(Violation::pointer)
                .containsOnly(pointer);
    }

    @Test
    void everyTypeHasSamplesAndNothingElseHas() {
        assertThat(Resources.names(Resources.SAMPLES))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(EventTypes.all().stream(), Stream.of("expected-violations.json"))
                                .toList());
        for (String type : EventTypes.all()) {
            assertThat(Resources.names(Resources.SAMPLES.resolve(type)))
                    .contains("full.json", "minimal.json")
                    .allMatch(name -> name.matches("(full|minimal)\\.json") || EXPECTED.has(type + "/" + name));
        }
    }

    @Test
    void everyTypeThatShopsSendHasInvalidSamples() {
        assertThat(EventTypes.all().stream().filter(type -> type.startsWith("shop.")))
                .allMatch(type -> EXPECTED.propertyNames().stream().anyMatch(name -> name.startsWith(type + "/")));
    }

    private static List<String> missing(JsonNode schema, JsonNode body, String pointer) {
        if (body.isArray()) {
            return missingInAll(schema.path("items"), body, pointer + "/0");
        }
        return schema.path("properties").properties().stream()
                .flatMap(property -> missing(property, body, pointer + "/" + property.getKey()).stream())
                .toList();
    }

    /** Items may be of several kinds, so a field is there if one of them has it. */
    private static List<String> missingInAll(JsonNode schema, JsonNode items, String pointer) {
        return items.valueStream()
                .map(item -> missing(schema, item, pointer))
                .reduce((some, others) -> some.stream().filter(others::contains).toList())
                .orElse(List.of());
    }

    private static List<String> missing(Map.Entry<String, JsonNode> property, JsonNode body, String pointer) {
        JsonNode value = body.get(property.getKey());
        return value == null ? List.of(pointer) : missing(property.getValue(), value, pointer);
    }

    private static Path sample(String type, String name) {
        Path file = Resources.SAMPLES.resolve(type).resolve(name + ".json");
        assertThat(Files.exists(file)).as(file + " exists").isTrue();
        return file;
    }

    static List<String> types() {
        return EventTypes.all();
    }

    static Stream<Object[]> invalidSamples() {
        return EXPECTED.properties().stream()
                .map(sample -> new Object[] {sample.getKey(), sample.getValue().stringValue()});
    }
}
