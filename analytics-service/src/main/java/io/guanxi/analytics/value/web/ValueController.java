package io.guanxi.analytics.value.web;

import io.guanxi.analytics.value.stream.Located;
import io.guanxi.analytics.value.stream.ValueQuestions;
import io.guanxi.contracts.CustomerKey;
import io.guanxi.web.Caller;
import io.guanxi.web.RequestRefused;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Totals, customers and boundaries of the caller's tenant. */
@RestController
@RequestMapping("/api/analytics")
class ValueController {

    private final ValueQuestions questions;
    private final OtherInstances others;

    ValueController(ValueQuestions questions, OtherInstances others) {
        this.questions = questions;
        this.others = others;
    }

    @GetMapping("/totals")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TotalsAnswer.class)))
    ResponseEntity<?> totals(Caller caller, HttpServletRequest request) {
        return answer(questions.totals(caller.tenant()), TotalsAnswer::of, request);
    }

    @GetMapping("/customers/{customerId}")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CustomerValueAnswer.class)))
    ResponseEntity<?> customer(Caller caller, @PathVariable String customerId, HttpServletRequest request) {
        CustomerKey customer = key(caller, customerId);
        return answer(
                questions.customer(customer),
                value -> {
                    if (value == null) {
                        throw unknown();
                    }
                    return CustomerValueAnswer.of(customerId, value);
                },
                request);
    }

    @GetMapping("/score-boundaries")
    BoundariesAnswer boundaries(Caller caller) {
        return questions
                .boundaries(caller.tenant())
                .map(BoundariesAnswer::of)
                .orElseThrow(() -> RequestRefused.notFound(
                        "boundaries-not-measured", "No order has been measured yet, so there are no boundaries."));
    }

    private <T> ResponseEntity<?> answer(
            Located<T> located, Function<@Nullable T, Object> form, HttpServletRequest request) {
        return switch (located) {
            case Located.Here<T> here -> ResponseEntity.ok(form.apply(here.value()));
            case Located.Elsewhere<T> owner -> others.ask(owner.host(), owner.port(), request);
        };
    }

    private static CustomerKey key(Caller caller, String customerId) {
        try {
            return new CustomerKey(caller.tenant(), customerId);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static RequestRefused unknown() {
        return RequestRefused.notFound("customer-not-found", "No order of this customer is known.");
    }
}
