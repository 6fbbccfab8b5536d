package io.guanxi.eventing.intake;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.kernel.Origin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event from a topic, checked: its envelope is complete, its body follows its schema, its key is the customer's.
 *
 * @param id stays the same when it is delivered, published or replayed again
 * @param happened business time, as the sender says
 * @param origin for the commands that it leads to: the tenant, the correlation, and this event as their cause
 * @param body its fields; see {@link #body(Class)}
 */
public record IncomingEvent(
        String id, String type, CustomerKey customer, Instant happened, Origin origin, JsonNode body) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** The body as the reader's own record of the fields that it uses. */
    public <T> T body(Class<T> as) {
        return MAPPER.treeToValue(body, as);
    }

    /** The order that it is about; null if it is about none. */
    public @Nullable String order() {
        JsonNode order = body.path("orderId");
        return order.isString() ? order.stringValue() : null;
    }
}
