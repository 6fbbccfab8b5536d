package io.guanxi.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.SchemaChanges.Direction;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Compares every schema with its copy in {@code released/v1}, which is what consumers and shops were promised. With each
 * release the schemas that got optional fields are copied anew, so that these are promised from then on.
 */
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

    @ParameterizedTest
    @CsvSource({
        "shop.order.paid.v1, delivery",
        "crm.loyalty.points-earned.v1, purse",
        "crm.loyalty.points-reversed.v1, debt",
        "crm.loyalty-account.state.v1, tier"
    })
    void anOptionalFieldCannotBecomeRequired(String type, String field) {
        JsonNode demanding = present.of(type);
        ((ArrayNode) demanding.get("required")).add(field);

        assertThat(SchemaChanges.breaking(released.of(type), demanding, Direction.of(type)))
                .containsExactly("/" + field + " became required");
    }

    @Test
    void everySchemaHasAReleasedCopy() {
        List<String> uncopied = new ArrayList<>(Resources.names(Resources.SCHEMAS));
        uncopied.removeAll(Resources.names(Resources.RELEASED));

        assertThat(uncopied)
                .as(
                        "These schemas are new. When they are as they shall stay, copy them from %s to %s.",
                        Resources.SCHEMAS, Resources.RELEASED)
                .isEmpty();
    }

    @Test
    void aSchemaIsOfATypeOrSharedByOthers() {
        assertThat(Resources.names(Resources.SCHEMAS).stream().map(file -> file.replaceFirst("\\.json$", "")))
                .containsAll(EventTypes.all())
                .filteredOn(name -> !EventTypes.all().contains(name))
                .containsExactlyInAnyOrder(
                        "analytics.v1", "common.v1", "loyalty.v1", "order.v1", "profile.v1", "ticket.v1");
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
