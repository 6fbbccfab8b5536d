package io.guanxi.analytics.value.stream;

import io.guanxi.analytics.value.domain.OrderStep;
import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.Envelope;
import io.guanxi.contracts.EventTypes;
import io.guanxi.contracts.SchemaCatalogue;
import io.guanxi.contracts.Violation;
import io.guanxi.eventing.deadletter.Rejection;
import io.guanxi.eventing.deadletter.ReplayCheck;
import io.guanxi.eventing.publish.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads records of the order topic and checks all that can be checked without knowing any state. The reasons to refuse one
 * are those of every intake of the platform. Safe for threads.
 */
final class OrderRecords implements ReplayCheck {

    private static final int LONGEST_ID = 200;
    private static final Map<String, OrderStep> STEPS = Map.of(
            EventTypes.SHOP_ORDER_PLACED, OrderStep.PLACED,
            EventTypes.SHOP_ORDER_PAID, OrderStep.PAID,
            EventTypes.SHOP_ORDER_SHIPPED, OrderStep.SHIPPED,
            EventTypes.SHOP_ORDER_DELIVERED, OrderStep.DELIVERED,
            EventTypes.SHOP_ORDER_CANCELLED, OrderStep.CANCELLED,
            EventTypes.SHOP_ORDER_RETURNED, OrderStep.RETURNED);

    private final SchemaCatalogue schemas;
    private final JsonMapper mapper = JsonMapper.builder().build();
    private final ObjectReader bodies = mapper.readerFor(OrderBody.class);

    OrderRecords(SchemaCatalogue schemas) {
        this.schemas = schemas;
    }

    Reading read(byte @Nullable [] key, byte @Nullable [] body, Headers headers) {
        if (body == null) {
            return unusable("unreadable", "has no body");
        }
        String type = EventHeaders.text(headers, Envelope.TYPE);
        if (type == null || type.isBlank()) {
            return header(Envelope.TYPE, "is missing");
        }
        if (!schemas.knows(type)) {
            return unusable("unknown-type", "its type is not one that is published");
        }
        OrderStep step = STEPS.get(type);
        return step == null
                ? unusable("wrong-topic", "its type does not belong on the order topic")
                : enveloped(key, body, headers, type, step);
    }

    private Reading enveloped(byte @Nullable [] key, byte[] body, Headers headers, String type, OrderStep step) {
        String version = EventHeaders.text(headers, Envelope.SPEC_VERSION);
        if (version != null && !version.equals(Envelope.SPEC_VERSION_VALUE)) {
            return header(Envelope.SPEC_VERSION, "must be " + Envelope.SPEC_VERSION_VALUE);
        }
        String id = EventHeaders.text(headers, Envelope.ID);
        if (id == null || id.isBlank() || id.length() > LONGEST_ID) {
            return header(Envelope.ID, "must have 1 to " + LONGEST_ID + " characters");
        }
        String tenant = EventHeaders.text(headers, Envelope.TENANT);
        if (tenant == null || !CustomerKey.isTenant(tenant)) {
            return header(Envelope.TENANT, "must be a tenant's name");
        }
        Instant happened = EventTime.happened(headers);
        if (happened == null) {
            return header(Envelope.TIME, "must be a time in RFC 3339, UTC");
        }
        return checked(key, body, type, tenant, step, happened);
    }

    private Reading checked(
            byte @Nullable [] key, byte[] bytes, String type, String tenant, OrderStep step, Instant happened) {
        List<Violation> violations = schemas.validate(type, bytes);
        if (!violations.isEmpty()) {
            return new Reading.Unusable(
                    isJson(bytes)
                            ? new Rejection("invalid", "the body does not fulfil the schema of " + type, violations)
                            : new Rejection("unreadable", "the body is not JSON", violations));
        }
        OrderBody body = bodies.readValue(bytes);
        CustomerKey customer = CustomerKey.of(tenant, body.shop(), body.buyer().externalId());
        if (key == null || !customer.toString().equals(new String(key, StandardCharsets.UTF_8))) {
            return unusable("wrong-key", "the record's key is not the customer's");
        }
        return new Reading.Usable(new IncomingOrder(customer, body.shop(), body.orderId(), body.news(step, happened)));
    }

    @Override
    public Optional<Rejection> check(ConsumerRecord<byte[], byte[]> record) {
        return switch (read(record.key(), record.value(), record.headers())) {
            case Reading.Usable usable -> Optional.empty();
            case Reading.Unusable unusable -> Optional.of(unusable.rejection());
        };
    }

    @Override
    public Optional<String> keyOf(ConsumerRecord<byte[], byte[]> record) {
        String tenant = EventHeaders.text(record.headers(), Envelope.TENANT);
        byte[] body = record.value();
        if (tenant == null || body == null) {
            return Optional.empty();
        }
        try {
            JsonNode order = mapper.readTree(body);
            String shop = order.path("shop").asString("");
            String buyer = order.at("/buyer/externalId").asString("");
            return Optional.of(CustomerKey.of(tenant, shop, buyer).toString());
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean isJson(byte[] bytes) {
        try {
            return !mapper.readTree(bytes).isMissingNode();
        } catch (JacksonException e) {
            return false;
        }
    }

    private static Reading unusable(String reason, String detail) {
        return new Reading.Unusable(Rejection.of(reason, detail));
    }

    private static Reading header(String name, String message) {
        return new Reading.Unusable(new Rejection(
                "invalid-envelope", name + " " + message, List.of(new Violation("/headers/" + name, message))));
    }
}
