package io.guanxi.analytics.models.web;

import io.guanxi.analytics.segment.domain.Condition;
import io.guanxi.analytics.segment.domain.ConditionForm;
import io.guanxi.analytics.segment.domain.ReadCondition;
import io.guanxi.web.FieldProblem;
import io.guanxi.web.RequestRefused;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A draft of a segment's definition.
 *
 * @param title what people call it
 */
record SegmentForm(
        @Schema(example = "Big spenders") @Nullable String title,
        @Nullable ConditionForm condition) {

    /** @throws RequestRefused with status 400 that names all that is wrong */
    Condition meant() {
        if (condition == null) {
            throw RequestRefused.field("/condition", "is missing; it must be a condition with a kind");
        }
        return switch (condition.read()) {
            case ReadCondition.Read read -> read.condition();
            case ReadCondition.Refused refused ->
                throw RequestRefused.fields(refused.faults().stream()
                        .map(fault -> FieldProblem.inBody(pointer(fault.path()), "must be " + fault.expected()))
                        .toList());
        };
    }

    /** {@code parts[2].measure} as {@code /condition/parts/2/measure}. */
    private static String pointer(String path) {
        return path.isEmpty()
                ? "/condition"
                : "/condition/" + path.replace("[", "/").replace("]", "").replace(".", "/");
    }

    String given() {
        if (title == null) {
            throw RequestRefused.field("/title", "is missing; it must be a text");
        }
        return title;
    }
}
