package io.guanxi.gateway.orders;

import com.github.f4b6a3.uuid.UuidCreator;
import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.Envelope;
import io.guanxi.contracts.SchemaCatalogue;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.Violation;
import io.guanxi.kernel.Origin;
import io.guanxi.web.FieldProblem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks an order event as every consumer will, and puts it into the envelope that a shop with Kafka would use. */
@Component
class OrderEnvelope {

    private static final UUID NAMESPACE = UUID.fromString("c7a0f8a2-6e0e-4a4b-9d0a-1f0d5a3a8c11");
    private static final String ORDER_TYPES = "shop.order.";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final SchemaCatalogue schemas = SchemaCatalogue.published();

    /** What is wrong with the event; empty if it can be published. */
    List<FieldProblem> problems(OrderEventRequest event) {
        if (!event.type().startsWith(ORDER_TYPES) || !schemas.knows(event.type())) {
            List<String> known = schemas.types().stream()
                    .filter(type -> type.startsWith(ORDER_TYPES))
                    .sorted()
                    .toList();
            return List.of(FieldProblem.inBody("/type", "must be one of " + known));
        }
        List<FieldProblem> problems = new ArrayList<>();
        for (Violation violation : schemas.validate(event.type(), event.data())) {
            problems.add(FieldProblem.inBody("/data" + violation.pointer(), violation.message()));
        }
        return List.copyOf(problems);
    }

    /** @param event one without {@link #problems} */
    ProducerRecord<String, byte[]> record(OrderEventRequest event, Origin origin, @Nullable String traceParent) {
        CustomerKey customer = customer(event, origin.tenant());
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topics.SHOP_ORDERS, customer.toString(), JSON.writeValueAsBytes(event.data()));
        header(record, Envelope.SPEC_VERSION, Envelope.SPEC_VERSION_VALUE);
        header(record, Envelope.CONTENT_TYPE, Envelope.CONTENT_TYPE_VALUE);
        header(record, Envelope.ID, id(event, origin.tenant()));
        header(
                record,
                Envelope.SOURCE,
                "urn:guanxi:shop:" + event.data().path("shop").asString());
        header(record, Envelope.TYPE, event.type());
        header(record, Envelope.SUBJECT, customer.toString());
        header(record, Envelope.TIME, event.time().toString());
        header(record, Envelope.DATA_SCHEMA, schemas.schemaUri(event.type()));
        header(record, Envelope.TENANT, origin.tenant());
        header(record, Envelope.CORRELATION_ID, origin.correlationId());
        if (traceParent != null) {
            header(record, Envelope.TRACE_PARENT, traceParent);
        }
        return record;
    }

    CustomerKey customer(OrderEventRequest event, String tenant) {
        JsonNode order = event.data();
        return CustomerKey.of(
                tenant,
                order.path("shop").asString(),
                order.path("buyer").path("externalId").asString());
    }

    String id(OrderEventRequest event, String tenant) {
        JsonNode order = event.data();
        String occurrence = String.join(
                "/",
                tenant,
                order.path("shop").asString(),
                event.type(),
                order.path("orderId").asString(),
                order.path("return").path("returnId").asString(""));
        return Objects.requireNonNullElseGet(
                event.id(),
                () -> UuidCreator.getNameBasedSha1(NAMESPACE, occurrence).toString());
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
