package io.guanxi.gateway.routing;

import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.guanxi.gateway.service.Backend;
import io.guanxi.gateway.service.Guard;
import io.guanxi.gateway.service.PopulationQuestions;
import io.guanxi.web.CorrelationId;
import io.guanxi.web.RequestRefused;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** What a routed request passes: the breaker and bulkhead of its service, and a clear answer when the service has none. */
final class RouteGuard {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Guard guard;

    RouteGuard(Guard guard) {
        this.guard = guard;
    }

    /** The service behind logs under the id that the caller was given. */
    static ServerRequest handOnCorrelation(ServerRequest request) {
        String id = CorrelationId.current();
        return id == null
                ? request
                : ServerRequest.from(request)
                        .headers(headers -> headers.set(CorrelationId.HEADER, id))
                        .build();
    }

    HandlerFilterFunction<ServerResponse, ServerResponse> of(Backend backend) {
        return (request, next) -> {
            try {
                Callable<ServerResponse> call = () -> next.handle(request);
                return PopulationQuestions.has(request.method(), request.uri())
                        ? guard.callAboutPopulation(call)
                        : guard.call(backend, call);
            } catch (CallNotPermittedException | BulkheadFullException | ResourceAccessException | IOException e) {
                throw RequestRefused.unavailable(
                        backend.shortName() + "-unavailable",
                        "The " + backend.shortName() + " service does not answer at present. "
                                + "A request with an Idempotency-Key may be sent again as it is.",
                        RETRY_AFTER);
            }
        };
    }
}
