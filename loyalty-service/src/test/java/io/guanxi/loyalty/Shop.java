package io.guanxi.loyalty;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.EventTypes;
import io.guanxi.contracts.Topics;
import io.guanxi.test.TestTopics;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A shop that reports the orders of one customer to the topic, as shops do. */
final class Shop {

    private static final Instant THEN = Instant.parse("2026-03-01T09:30:00Z");

    private final CustomerKey customer;
    private final String externalId;
    private String currency = "CNY";

    Shop(String tenant, String externalId) {
        this.customer = CustomerKey.of(tenant, "web", externalId);
        this.externalId = externalId;
    }

    String customerId() {
        return customer.customerId();
    }

    String key() {
        return customer.toString();
    }

    Shop in(String currency) {
        this.currency = currency;
        return this;
    }

    Shop placed(String order, String grand) {
        return report(EventTypes.SHOP_ORDER_PLACED, order + "-placed", order(order, grand));
    }

    Shop paid(String order, String grand) {
        return report(EventTypes.SHOP_ORDER_PAID, order + "-paid", order(order, grand));
    }

    Shop cancelled(String order, String grand) {
        return report(EventTypes.SHOP_ORDER_CANCELLED, order + "-cancelled", order(order, grand));
    }

    Shop returned(String order, String grand, String returnId, String refund) {
        var body = order(order, grand);
        body.put(
                "return",
                Map.of("returnId", returnId, "lines", List.of(Map.of("lineId", "1", "quantity", 1)), "refund", refund));
        return report(EventTypes.SHOP_ORDER_RETURNED, order + "-returned-" + returnId, body);
    }

    private Shop report(String type, String eventId, Map<String, Object> body) {
        var headers = TestTopics.cloudEvent(type, key(), THEN);
        headers.put("ce_id", eventId);
        TestTopics.publish(Topics.SHOP_ORDERS, key(), headers, body);
        return this;
    }

    private Map<String, Object> order(String order, String grand) {
        var body = new LinkedHashMap<String, Object>();
        body.put("orderId", order);
        body.put("shop", "web");
        body.put("buyer", Map.of("externalId", externalId));
        body.put("channel", "web");
        body.put("currency", currency);
        body.put("lines", List.of(Map.of("lineId", "1", "sku", "CD-1", "quantity", 1, "amount", grand)));
        body.put("totals", Map.of("grand", grand));
        return body;
    }
}
