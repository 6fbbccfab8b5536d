package io.guanxi.gateway.service;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;

/**
 * Keeps a failing service from taking the gateway with it: a bulkhead bounds how many requests wait for it, a breaker
 * stops asking one that fails and finds out by itself when it is back. Nothing is retried here, since the gateway cannot
 * know what is safe to repeat.
 */
@Component
public class Guard {

    private final Map<Backend, CircuitBreaker> breakers = new EnumMap<>(Backend.class);
    private final Map<Backend, Bulkhead> bulkheads = new EnumMap<>(Backend.class);

    Guard(CircuitBreakerRegistry circuitBreakers, BulkheadRegistry bulkheadRegistry) {
        for (Backend backend : Backend.values()) {
            breakers.put(backend, circuitBreakers.circuitBreaker(backend.shortName()));
            bulkheads.put(backend, bulkheadRegistry.bulkhead(backend.shortName()));
        }
    }

    /**
     * @throws io.github.resilience4j.circuitbreaker.CallNotPermittedException if the service is known to fail
     * @throws io.github.resilience4j.bulkhead.BulkheadFullException if too many wait for it already
     * @throws Exception what the call throws; an exception counts as a failure of the service
     */
    public <T> T call(Backend backend, Callable<T> call) throws Exception {
        Callable<T> guarded = CircuitBreaker.decorateCallable(breaker(backend), call);
        return Bulkhead.decorateCallable(Objects.requireNonNull(bulkheads.get(backend)), guarded)
                .call();
    }

    private CircuitBreaker breaker(Backend backend) {
        return Objects.requireNonNull(breakers.get(backend));
    }
}
