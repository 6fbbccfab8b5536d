package io.guanxi.eventing.intake;

import io.guanxi.contracts.CustomerKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Whose event it is, from what it says. */
final class CustomerNaming {

    private CustomerNaming() {}

    /** Empty for a type whose body does not name a shop's customer: then the key alone says it. */
    static Optional<CustomerKey> byBody(String type, String tenant, JsonNode body) {
        JsonNode externalId = type.startsWith("shop.order.")
                ? body.path("buyer").path("externalId")
                : type.startsWith("shop.customer.") ? body.path("externalId") : body.path("-");
        JsonNode shop = body.path("shop");
        if (!shop.isString() || !externalId.isString()) {
            return Optional.empty();
        }
        try {
            return Optional.of(CustomerKey.of(tenant, shop.stringValue(), externalId.stringValue()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<CustomerKey> byKey(@Nullable String key) {
        try {
            return key == null ? Optional.empty() : Optional.of(CustomerKey.parse(key));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
