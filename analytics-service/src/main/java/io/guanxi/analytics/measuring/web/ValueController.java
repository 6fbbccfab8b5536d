package io.guanxi.analytics.measuring.web;

import io.guanxi.analytics.measuring.stream.CustomerValue;
import io.guanxi.analytics.measuring.stream.Located;
import io.guanxi.analytics.measuring.stream.ValueQuestions;
import io.guanxi.contracts.CustomerKey;
import io.guanxi.web.Caller;
import io.guanxi.web.RequestRefused;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
        return answer(questions.tenant(caller.tenant()), TotalsAnswer::of, request);
    }

    @GetMapping("/pyramid")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PyramidAnswer.class)))
    ResponseEntity<?> pyramid(Caller caller, HttpServletRequest request) {
        return answer(questions.tenant(caller.tenant()), PyramidAnswer::of, request);
    }

    @GetMapping("/customers/{customerId}")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CustomerValueAnswer.class)))
    ResponseEntity<?> customer(
            Caller caller,
            @PathVariable String customerId,
            @RequestParam(required = false) @Nullable String asOf,
            HttpServletRequest request) {
        CustomerKey customer = key(caller, customerId);
        LocalDate day = asOf == null ? null : day(asOf);
        return answer(
                questions.customer(customer),
                value -> {
                    if (value == null) {
                        throw unknown();
                    }
                    return day == null
                            ? CustomerValueAnswer.of(customerId, value)
                            : CustomerValueAnswer.asOf(customerId, value, answerable(day, value));
                },
                request);
    }

    private static LocalDate day(String asOf) {
        try {
            return LocalDate.parse(asOf);
        } catch (DateTimeParseException malformed) {
            throw RequestRefused.parameter("asOf", "must be a date such as 2026-03-01");
        }
    }

    /** Before the first order there is nothing to say, and after the present day all that is said could still change. */
    private static LocalDate answerable(LocalDate day, CustomerValue value) {
        LocalDate first = value.first();
        if (first == null || day.isBefore(first)) {
            throw RequestRefused.notFound(
                    "no-order-yet",
                    first == null
                            ? "No order of this customer counts."
                            : "Nothing was known of this customer before " + first + ".");
        }
        if (day.isAfter(value.present())) {
            throw RequestRefused.parameter("asOf", "must not be after " + value.present() + ", the latest day known");
        }
        return day;
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
