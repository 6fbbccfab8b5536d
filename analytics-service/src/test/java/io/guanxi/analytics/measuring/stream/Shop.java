package io.guanxi.analytics.measuring.stream;

import io.guanxi.contracts.CustomerKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A shop's events, as it would publish them. */
record Shop(String tenant, String name) {

    /** An event with its key, type, time and body. */
    record Event(String key, String type, Instant happened, Map<String, Object> body) {

        Event with(String field, Object value) {
            Map<String, Object> changed = new TreeMap<>(body);
            changed.put(field, value);
            return new Event(key, type, happened, changed);
        }

        Event of(String otherType) {
            return new Event(key, otherType, happened, body);
        }

        Event at(String moment) {
            return new Event(key, type, Instant.parse(moment), body);
        }
    }

    String key(String externalId) {
        return CustomerKey.of(tenant, name, externalId).toString();
    }

    String customerId(String externalId) {
        return CustomerKey.of(tenant, name, externalId).customerId();
    }

    Event paid(String externalId, String orderId, String day, String amount, long units) {
        Map<String, Object> body = Map.of(
                "orderId",
                orderId,
                "shop",
                name,
                "buyer",
                Map.of("externalId", externalId),
                "channel",
                "web",
                "currency",
                "USD",
                "lines",
                List.of(Map.of("lineId", "1", "sku", "cd", "quantity", units, "amount", amount)),
                "totals",
                Map.of("grand", amount));
        return new Event(key(externalId), "shop.order.paid.v1", Instant.parse(day + "T08:00:00Z"), body);
    }

    Event returned(Event order, String returnId, long units, String refund) {
        return order.of("shop.order.returned.v1")
                .with(
                        "return",
                        Map.of(
                                "returnId",
                                returnId,
                                "lines",
                                List.of(Map.of("lineId", "1", "quantity", units)),
                                "refund",
                                refund));
    }
}
