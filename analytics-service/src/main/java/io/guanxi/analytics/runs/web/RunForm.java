package io.guanxi.analytics.runs.web;

import io.guanxi.analytics.runs.domain.RunKind;
import io.guanxi.web.RequestRefused;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is to be run.
 *
 * @param parameters by name, texts or numbers; those that are left out have their standard
 * @param asOf what happened after this day (UTC) plays no part; by default the day of the latest event
 */
record RunForm(
        @Schema(example = "lifetime-fit") @Nullable String kind,

        @Schema(type = "object", example = "{\"family\": \"bg-nbd\"}") @Nullable
        JsonNode parameters,

        @Nullable LocalDate asOf) {

    RunKind runKind() {
        return RunKind.of(kind == null ? "" : kind)
                .orElseThrow(() -> RequestRefused.field(
                        "/kind",
                        Arrays.stream(RunKind.values())
                                .map(RunKind::word)
                                .collect(Collectors.joining(", ", "must be one of ", ""))));
    }

    Map<String, String> given() {
        Map<String, String> given = new TreeMap<>();
        if (parameters == null || parameters.isNull()) {
            return given;
        }
        if (!parameters.isObject()) {
            throw RequestRefused.field("/parameters", "must be an object");
        }
        for (Map.Entry<String, JsonNode> field : parameters.properties()) {
            JsonNode value = field.getValue();
            if (!value.isString() && !value.isNumber()) {
                throw RequestRefused.field("/parameters/" + field.getKey(), "must be a text or a number");
            }
            given.put(field.getKey(), value.asString());
        }
        return given;
    }
}
