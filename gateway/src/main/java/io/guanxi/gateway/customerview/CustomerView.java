package io.guanxi.gateway.customerview;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One customer as all services together know them.
 *
 * @param id the customer's id
 * @param complete false if a part is missing; then what is here is right, and not all there is
 * @param missing the parts that could not be had, and why
 * @param customer who it is: shops, stage of the life cycle, profile
 * @param loyalty the account: points and where they stand, the tier, what is missing to the next one, the last entries
 * @param tickets the ten most recent tickets
 * @param value what they bought and what follows: scores, value, grade, risk and why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CustomerView(
        String id,
        boolean complete,
        List<MissingPart> missing,
        @Schema(type = "object") @Nullable JsonNode customer,
        @Schema(type = "object") @Nullable JsonNode loyalty,
        @Schema(type = "object") @Nullable JsonNode tickets,
        @Schema(type = "object") @Nullable JsonNode value) {

    /** @param reason {@code unavailable}, {@code timeout}, {@code failed}, {@code forbidden} or {@code not-yet-known} */
    record MissingPart(String part, String reason) {}

    static CustomerView of(String id, Map<Question, Part> parts) {
        List<MissingPart> missing = new ArrayList<>();
        Map<Question, JsonNode> known = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            switch (parts.getOrDefault(question, new Part.Missing(Part.Cause.TIMEOUT))) {
                case Part.Known part -> known.put(question, part.document());
                case Part.Missing part ->
                    missing.add(
                            new MissingPart(question.part(), part.cause().name().toLowerCase(Locale.ROOT)));
                case Part.Unknown part -> {
                    // Orders reach the services independently: the others may know a customer a moment before.
                    if (question == Question.CUSTOMER) {
                        missing.add(new MissingPart(question.part(), "not-yet-known"));
                    }
                }
            }
        }
        return new CustomerView(
                id,
                missing.isEmpty(),
                List.copyOf(missing),
                known.get(Question.CUSTOMER),
                known.get(Question.LOYALTY),
                known.get(Question.TICKETS),
                known.get(Question.VALUE));
    }
}
