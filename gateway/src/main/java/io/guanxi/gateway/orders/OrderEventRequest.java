package io.guanxi.gateway.orders;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An order event as a shop sends it over HTTP: a CloudEvent in JSON form.
 *
 * @param id the shop's own id of the event; if absent it is derived from shop, order and type, so that sending the same
 *     occurrence twice is one event either way
 * @param type such as {@code shop.order.paid.v1}
 * @param time when it happened, RFC 3339
 * @param data the order, as the schema of the type describes it
 */
record OrderEventRequest(
        @Nullable @Pattern(regexp = "[\\x21-\\x7e]{1,128}", message = "must be 1 to 128 printable ASCII characters")
        String id,

        @NotNull @Schema(example = "shop.order.paid.v1") String type,
        @NotNull Instant time,
        @NotNull @Schema(type = "object") JsonNode data) {}
