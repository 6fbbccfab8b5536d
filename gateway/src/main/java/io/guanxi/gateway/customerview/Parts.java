package io.guanxi.gateway.customerview;

import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.guanxi.gateway.service.GatewayProperties;
import io.guanxi.gateway.service.Guard;
import io.guanxi.web.CorrelationId;
import io.micrometer.context.ContextSnapshotFactory;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks all services at once, in the caller's name, and waits for none of them longer than the budget. */
@Component
class Parts implements DisposableBean {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<Question, RestClient> clients = new EnumMap<>(Question.class);
    private final Guard guard;
    private final Duration budget;
    private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();
    private final ContextSnapshotFactory snapshots =
            ContextSnapshotFactory.builder().build();

    Parts(RestClient.Builder builder, GatewayProperties properties, Guard guard) {
        this.guard = guard;
        this.budget = properties.viewBudget();
        for (Question question : Question.values()) {
            clients.put(
                    question,
                    builder.clone()
                            .baseUrl(properties.address(question.backend()).toString())
                            .build());
        }
    }

    /** @param authorization the caller's own token, so that each service judges what this caller may see */
    Map<Question, Part> about(String customerId, String authorization) {
        String correlationId = CorrelationId.current();
        Map<Question, Future<Part>> asked = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            asked.put(
                    question,
                    askers.submit(snapshots
                            .captureAll()
                            .wrap(() -> ask(question, customerId, authorization, correlationId))));
        }
        return awaited(asked);
    }

    private Map<Question, Part> awaited(Map<Question, Future<Part>> asked) {
        long deadline = System.nanoTime() + budget.toNanos();
        Map<Question, Part> parts = new EnumMap<>(Question.class);
        asked.forEach((question, answer) -> parts.put(question, await(answer, deadline - System.nanoTime())));
        return parts;
    }

    private static Part await(Future<Part> answer, long nanos) {
        try {
            return answer.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Part.Missing(Part.Cause.TIMEOUT);
        } catch (ExecutionException e) {
            return new Part.Missing(Part.Cause.FAILED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Part.Missing(Part.Cause.UNAVAILABLE);
        }
    }

    private Part ask(Question question, String customerId, String authorization, @Nullable String correlationId) {
        try {
            return guard.call(question.backend(), () -> request(question, customerId, authorization, correlationId));
        } catch (CallNotPermittedException | BulkheadFullException e) {
            return new Part.Missing(Part.Cause.UNAVAILABLE);
        } catch (ResourceAccessException e) {
            return new Part.Missing(
                    e.getCause() instanceof HttpTimeoutException ? Part.Cause.TIMEOUT : Part.Cause.UNAVAILABLE);
        } catch (ServiceFailed e) {
            return new Part.Missing(e.unavailable() ? Part.Cause.UNAVAILABLE : Part.Cause.FAILED);
        } catch (Exception e) {
            return new Part.Missing(Part.Cause.FAILED);
        }
    }

    private Part request(Question question, String customerId, String authorization, @Nullable String correlationId) {
        RestClient client = Objects.requireNonNull(clients.get(question));
        return client.get()
                .uri(question.path(), customerId)
                .accept(MediaType.APPLICATION_JSON)
                .headers(headers -> {
                    headers.set(HttpHeaders.AUTHORIZATION, authorization);
                    if (correlationId != null) {
                        headers.set(CorrelationId.HEADER, correlationId);
                    }
                })
                .exchange((request, response) ->
                        part(response.getStatusCode(), response.getBody().readAllBytes()));
    }

    private static Part part(HttpStatusCode status, byte[] body) {
        return switch (status.value()) {
            case 200 -> new Part.Known(document(body));
            case 404 -> new Part.Unknown();
            case 401, 403 -> new Part.Missing(Part.Cause.FORBIDDEN);
            default -> throw new ServiceFailed(status.value() == 503);
        };
    }

    private static JsonNode document(byte[] body) {
        try {
            JsonNode document = JSON.readTree(body);
            if (document.isObject()) {
                return document;
            }
        } catch (JacksonException e) {
            // Falls through: what is no document is no answer.
        }
        throw new ServiceFailed(false);
    }

    @Override
    public void destroy() {
        askers.shutdownNow();
    }

    /** Counts against the service's breaker. */
    private static final class ServiceFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final boolean unavailable;

        ServiceFailed(boolean unavailable) {
            super("the service failed", null, false, false);
            this.unavailable = unavailable;
        }

        boolean unavailable() {
            return unavailable;
        }
    }
}
