package io.guanxi.loyalty.rehearsal.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is to be rehearsed: rules from a draft, from a version or in the request; none of them to see that the real rules
 * give what really happened.
 *
 * @param from the first moment of the period; the rehearsed rules hold from then on
 * @param until the first moment after it, not in the future
 */
record RehearsalForm(
        Instant from,
        Instant until,
        @Nullable String draftId,
        @Nullable Integer version,

        @Schema(type = "object", description = "as in a draft") @Nullable
        JsonNode rules) {}
