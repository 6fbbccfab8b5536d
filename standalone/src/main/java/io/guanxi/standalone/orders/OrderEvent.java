package io.guanxi.standalone.orders;

import io.guanxi.contracts.SchemaCatalogue;
import io.guanxi.contracts.Violation;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes an order as the event that a shop publishes. The same order of the same shop always gives the same event id. */
final class OrderEvent {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String shop;
    private final ShopEvents events;
    private final SchemaCatalogue schemas = SchemaCatalogue.published();

    OrderEvent(String tenant, String shop) {
        this.shop = shop;
        this.events = new ShopEvents(tenant, shop);
    }

    byte[] body(ShopOrder order) {
        ObjectNode body = JSON.createObjectNode();
        body.put("orderId", order.orderId()).put("shop", shop);
        body.putObject("buyer").put("externalId", order.externalId());
        body.put("channel", order.channel()).put("currency", order.currency());
        body.put("placedAt", order.happened().toString());
        ArrayNode lines = body.putArray("lines");
        int number = 1;
        for (OrderLine line : order.lines()) {
            ObjectNode entry = lines.addObject();
            entry.put("lineId", String.valueOf(number++)).put("sku", line.sku());
            if (line.category() != null) {
                entry.put("category", line.category());
            }
            entry.put("quantity", line.quantity()).put("amount", line.amount().toPlainString());
        }
        body.putObject("totals").put("grand", order.total().toPlainString());
        return JSON.writeValueAsBytes(body);
    }

    List<Violation> violations(ShopOrder order, byte[] body) {
        return schemas.validate(order.type(), body);
    }

    ProducerRecord<String, byte[]> record(ShopOrder order, byte[] body) {
        return events.record(order.type(), order.orderId(), order.externalId(), order.happened(), body);
    }
}
