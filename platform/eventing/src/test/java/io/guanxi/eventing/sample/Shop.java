package io.guanxi.eventing.sample;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.Envelope;
import io.guanxi.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Records as a shop sends them. */
public final class Shop {

    public static final String TENANT = "acme";

    private Shop() {}

    public static CustomerKey customer(String externalId) {
        return CustomerKey.of(TENANT, "web", externalId);
    }

    public static ProducerRecord<byte[], byte[]> order(String what, String id, String externalId, String orderId) {
        return record(
                customer(externalId).toString(),
                Map.of(
                        Envelope.ID,
                        id,
                        Envelope.TYPE,
                        "shop.order." + what + ".v1",
                        Envelope.SOURCE,
                        "urn:guanxi:shop:web",
                        Envelope.SPEC_VERSION,
                        "1.0",
                        Envelope.TIME,
                        "2026-03-01T10:00:00Z",
                        Envelope.TENANT,
                        TENANT),
                body(what, externalId, orderId));
    }

    public static ProducerRecord<byte[], byte[]> record(String key, Map<String, String> headers, String body) {
        RecordHeaders all = new RecordHeaders();
        headers.forEach((name, value) -> all.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return new ProducerRecord<>(
                Topics.SHOP_ORDERS,
                null,
                key == null ? null : key.getBytes(StandardCharsets.UTF_8),
                body == null ? null : body.getBytes(StandardCharsets.UTF_8),
                all);
    }

    public static ProducerRecord<byte[], byte[]> withHeader(
            ProducerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().remove(name);
        if (value != null) {
            record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
        }
        return record;
    }

    public static ProducerRecord<byte[], byte[]> with(ProducerRecord<byte[], byte[]> record, String key, byte[] body) {
        return new ProducerRecord<>(record.topic(), null, key.getBytes(StandardCharsets.UTF_8), body, record.headers());
    }

    public static String body(String what, String externalId, String orderId) {
        String returned = what.equals("returned")
                ? ",\"return\":{\"returnId\":\"r-" + orderId
                        + "\",\"lines\":[{\"lineId\":\"1\",\"quantity\":1}],\"refund\":\"10.00\"}"
                : "";
        return """
                {"orderId":"%s","shop":"web","buyer":{"externalId":"%s"},"channel":"web","currency":"EUR",\
                "lines":[{"lineId":"1","sku":"A","quantity":1,"unitPrice":"10.00","amount":"10.00"}],\
                "totals":{"grand":"10.00"}%s}""".formatted(orderId, externalId, returned);
    }
}
