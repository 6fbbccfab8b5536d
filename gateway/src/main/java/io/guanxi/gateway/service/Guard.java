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
 * know what is safe to repeat. Questions about a whole population have a bulkhead and a breaker of their own: that they take
 * long is no reason to stop asking about single customers.
 */
@Component
public class Guard {

    private static final String POPULATION = Backend.ANALYTICS.shortName() + "-population";

    private final Map<Backend, Lane> lanes = new EnumMap<>(Backend.class);
    private final Lane population;

    private record Lane(CircuitBreaker breaker, Bulkhead bulkhead) {

        <T> T call(Callable<T> call) throws Exception {
            return Bulkhead.decorateCallable(bulkhead, CircuitBreaker.decorateCallable(breaker, call))
                    .call();
        }
    }

    Guard(CircuitBreakerRegistry circuitBreakers, BulkheadRegistry bulkheadRegistry) {
        for (Backend backend : Backend.values()) {
            lanes.put(backend, lane(circuitBreakers, bulkheadRegistry, backend.shortName()));
        }
        population = lane(circuitBreakers, bulkheadRegistry, POPULATION);
    }

    private static Lane lane(CircuitBreakerRegistry circuitBreakers, BulkheadRegistry bulkheads, String name) {
        return new Lane(circuitBreakers.circuitBreaker(name), bulkheads.bulkhead(name));
    }

    /**
     * @throws io.github.resilience4j.circuitbreaker.CallNotPermittedException if the service is known to fail
     * @throws io.github.resilience4j.bulkhead.BulkheadFullException if too many wait for it already
     * @throws Exception what the call throws; an exception counts as a failure of the service
     */
    public <T> T call(Backend backend, Callable<T> call) throws Exception {
        return Objects.requireNonNull(lanes.get(backend)).call(call);
    }

    /** One of {@link PopulationQuestions}, put to analytics; throws the same. */
    public <T> T callAboutPopulation(Callable<T> call) throws Exception {
        return population.call(call);
    }
}
