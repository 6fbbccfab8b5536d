package io.guanxi.gateway.routing;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.setPath;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import io.guanxi.gateway.service.Backend;
import io.guanxi.gateway.service.GatewayProperties;
import io.guanxi.gateway.service.Guard;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Which path is whose. {@code GET /api/customers/{id}} is not routed: the gateway composes it. Routes are code and not
 * configuration, because they are part of the published API.
 */
@Configuration(proxyBeanMethods = false)
class Routes {

    private final GatewayProperties properties;
    private final RouteGuard guard;

    Routes(GatewayProperties properties, Guard guard) {
        this.properties = properties;
        this.guard = new RouteGuard(guard);
    }

    @Bean
    RouterFunction<ServerResponse> customerRoute() {
        return to(
                Backend.CUSTOMER,
                path("/api/customers")
                        .or(path("/api/customers/{id}/{part}/**"))
                        .or(path("/api/customers/{id}").and(GET("/**").negate())));
    }

    @Bean
    RouterFunction<ServerResponse> loyaltyRoute() {
        return to(Backend.LOYALTY, path("/api/loyalty/**"));
    }

    @Bean
    RouterFunction<ServerResponse> ticketRoute() {
        return to(Backend.TICKET, path("/api/tickets").or(path("/api/tickets/**")));
    }

    @Bean
    RouterFunction<ServerResponse> analyticsRoute() {
        return to(Backend.ANALYTICS, path("/api/analytics/**"));
    }

    /** The operators' endpoints of each service, and each service's description of its API. */
    @Bean
    RouterFunction<ServerResponse> operationsRoutes() {
        RouterFunction<ServerResponse> all = description(Backend.CUSTOMER).and(operations(Backend.CUSTOMER));
        for (Backend backend : new Backend[] {Backend.LOYALTY, Backend.TICKET, Backend.ANALYTICS}) {
            all = all.and(description(backend)).and(operations(backend));
        }
        return all;
    }

    private RouterFunction<ServerResponse> operations(Backend backend) {
        return to(backend, path("/api/operations/" + backend.shortName() + "/**"));
    }

    private RouterFunction<ServerResponse> description(Backend backend) {
        return route(backend.shortName() + "-description")
                .route(GET("/v3/api-docs/" + backend.shortName()), http())
                .before(uri(properties.address(backend)))
                .before(setPath("/v3/api-docs"))
                .before(RouteGuard::handOnCorrelation)
                .filter(guard.of(backend))
                .build();
    }

    private RouterFunction<ServerResponse> to(Backend backend, RequestPredicate whose) {
        return route(backend.shortName())
                .route(whose, http())
                .before(uri(properties.address(backend)))
                .before(RouteGuard::handOnCorrelation)
                .filter(guard.of(backend))
                .build();
    }
}
