package io.guanxi.gateway.orders;

import io.guanxi.kernel.Origin;
import io.guanxi.web.FieldProblem;
import io.guanxi.web.RequestRefused;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes one order event, or many. */
@RestController
@RequestMapping("/api/orders")
class OrderIntakeController {

    static final int MOST_AT_ONCE = 1_000;

    private final OrderEnvelope envelope;
    private final OrderTopic topic;
    private final JsonMapper json;
    private final Validator validator;
    private final @Nullable Tracer tracer;
    private final @Nullable Propagator propagator;

    OrderIntakeController(
            OrderEnvelope envelope,
            OrderTopic topic,
            JsonMapper json,
            Validator validator,
            ObjectProvider<Tracer> tracer,
            ObjectProvider<Propagator> propagator) {
        this.envelope = envelope;
        this.topic = topic;
        this.json = json;
        this.validator = validator;
        this.tracer = tracer.getIfAvailable();
        this.propagator = propagator.getIfAvailable();
    }

    @Operation(
            summary = "Publish one order event",
            description =
                    "For shops that have no Kafka. Answered when the event is on the topic; sending it again is safe.")
    @PostMapping(consumes = {MediaType.APPLICATION_JSON_VALUE, "application/cloudevents+json"})
    ResponseEntity<AcceptedOrder> one(@Valid @RequestBody OrderEventRequest event, Origin origin) {
        List<FieldProblem> problems = envelope.problems(event);
        if (!problems.isEmpty()) {
            throw RequestRefused.fields(problems);
        }
        topic.publish(List.of(envelope.record(event, origin, traceParent())));
        return ResponseEntity.accepted().body(accepted(event, origin));
    }

    @Operation(
            summary = "Publish up to 1,000 order events",
            description =
                    "Each event is judged alone: 202 if all were taken, 207 if some were not; results says which.")
    @PostMapping(
            path = "/bulk",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/cloudevents-batch+json"})
    ResponseEntity<BulkAnswer> many(@RequestBody List<JsonNode> events, Origin origin) {
        if (events.isEmpty() || events.size() > MOST_AT_ONCE) {
            throw RequestRefused.field("", "must have 1 to " + MOST_AT_ONCE + " events");
        }
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        List<BulkAnswer.Result> results = new ArrayList<>();
        String traceParent = traceParent();
        for (JsonNode event : events) {
            results.add(judge(results.size(), event, origin, traceParent, records));
        }
        topic.publish(records);
        BulkAnswer answer = BulkAnswer.of(results);
        return ResponseEntity.status(answer.rejected() == 0 ? HttpStatus.ACCEPTED : HttpStatus.MULTI_STATUS)
                .body(answer);
    }

    private BulkAnswer.Result judge(
            int index,
            JsonNode document,
            Origin origin,
            @Nullable String traceParent,
            List<ProducerRecord<String, byte[]>> records) {
        OrderEventRequest event;
        try {
            event = json.treeToValue(document, OrderEventRequest.class);
        } catch (JacksonException e) {
            return rejected(index, List.of(FieldProblem.inBody("", "must be an event with type, time and data")));
        }
        List<FieldProblem> problems = form(event);
        if (problems.isEmpty()) {
            problems = envelope.problems(event);
        }
        if (!problems.isEmpty()) {
            return rejected(index, problems);
        }
        records.add(envelope.record(event, origin, traceParent));
        AcceptedOrder accepted = accepted(event, origin);
        return new BulkAnswer.Result(index, "accepted", accepted.id(), accepted.customerId(), null);
    }

    private List<FieldProblem> form(@Nullable OrderEventRequest event) {
        if (event == null) {
            return List.of(FieldProblem.inBody("", "must be an event"));
        }
        List<FieldProblem> problems = new ArrayList<>();
        for (ConstraintViolation<OrderEventRequest> violation : validator.validate(event)) {
            problems.add(FieldProblem.inBody("/" + violation.getPropertyPath(), violation.getMessage()));
        }
        return problems;
    }

    private static BulkAnswer.Result rejected(int index, List<FieldProblem> problems) {
        return new BulkAnswer.Result(
                index,
                "rejected",
                null,
                null,
                problems.stream()
                        .map(problem -> new BulkAnswer.Error(
                                Objects.requireNonNullElse(problem.pointer(), ""), problem.message()))
                        .toList());
    }

    private AcceptedOrder accepted(OrderEventRequest event, Origin origin) {
        return new AcceptedOrder(
                envelope.id(event, origin.tenant()),
                envelope.customer(event, origin.tenant()).customerId());
    }

    /** The trace goes on in the services that read the topic. */
    private @Nullable String traceParent() {
        if (tracer == null || propagator == null || tracer.currentSpan() == null) {
            return null;
        }
        Map<String, String> carrier = new HashMap<>();
        propagator.inject(
                Objects.requireNonNull(tracer.currentSpan()).context(),
                carrier,
                (map, key, value) -> carrier.put(key, value));
        return carrier.get("traceparent");
    }
}
