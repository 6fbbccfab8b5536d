package io.guanxi.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.SchemaChanges.Direction;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Compares every schema with its copy in {@code released/v1}, which is what consumers and shops were promised. */
class EvolvingSchemasTest {

    private final EffectiveSchemas present = EffectiveSchemas.in(Resources.SCHEMAS);
    private final EffectiveSchemas released = EffectiveSchemas.in(Resources.RELEASED);

    @ParameterizedTest
    @MethodSource("releasedTypes")
    void aReleasedSchemaOnlyGetsOptionalFields(String type) {
        JsonNode promised = released.of(type);

        assertThat(Files.exists(Resources.SCHEMAS.resolve(type + ".json")))
                .as(
                        "%s was released and its schema is gone. Put it back: records of this type are still on the topic.",
                        type)
                .isTrue();
        assertThat(SchemaChanges.breaking(promised, present.of(type), Direction.of(type)))
                .as(
                        "%s changes what was released. Leave v1 as it is and add %s beside it: its schema, samples, constant in "
                                + "EventTypes, topic in Topics, channel in asyncapi.yaml and copy in released/v2.",
                        type, type.replaceFirst("v1$", "v2"))
                .isEmpty();
    }

    @Test
    void everySchemaHasAReleasedCopy() {
        List<String> copies = Resources.names(Resources.RELEASED);

        assertThat(Resources.names(Resources.SCHEMAS))
                .allSatisfy(file -> assertThat(copies)
                        .as(
                                "%s is new. When it is as it shall stay, copy %s to %s.",
                                file, Resources.SCHEMAS.resolve(file), Resources.RELEASED)
                        .contains(file));
    }

    @Test
    void aSchemaIsOfATypeOrSharedByOthers() {
        assertThat(Resources.names(Resources.SCHEMAS).stream().map(file -> file.replaceFirst("\\.json$", "")))
                .containsAll(EventTypes.all())
                .filteredOn(name -> !EventTypes.all().contains(name))
                .containsExactlyInAnyOrder("common.v1", "order.v1", "profile.v1", "ticket.v1");
    }

    @ParameterizedTest
    @MethodSource("presentTypes")
    void everyFieldHasATypeAndASize(String type) {
        assertThat(Boundaries.missing(present.of(type))).isEmpty();
    }

    static List<String> releasedTypes() {
        return Resources.names(Resources.RELEASED).stream()
                .map(file -> file.replaceFirst("\\.json$", ""))
                .toList();
    }

    static List<String> presentTypes() {
        return EventTypes.all();
    }
}
