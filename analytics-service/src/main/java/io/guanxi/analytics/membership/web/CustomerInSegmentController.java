package io.guanxi.analytics.membership.web;

import io.guanxi.analytics.measuring.stream.CustomerValue;
import io.guanxi.analytics.measuring.stream.Located;
import io.guanxi.analytics.measuring.stream.ValueQuestions;
import io.guanxi.analytics.measuring.web.OtherInstances;
import io.guanxi.contracts.CustomerKey;
import io.guanxi.web.Caller;
import io.guanxi.web.RequestRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One customer in one segment; the instance that has the customer answers. */
@RestController
@Tag(name = "Analytics segments")
class CustomerInSegmentController {

    private final SegmentDesk desk;
    private final ValueQuestions questions;
    private final OtherInstances others;

    CustomerInSegmentController(SegmentDesk desk, ValueQuestions questions, OtherInstances others) {
        this.desk = desk;
        this.questions = questions;
        this.others = others;
    }

    @GetMapping("/api/analytics/segments/{name}/customers/{customerId}")
    @Operation(
            summary = "Whether a customer is in a segment, why, and what would change it",
            description = "If there is a draft, also what it would make of the customer.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CustomerInSegment.class)))
    ResponseEntity<?> customer(
            Caller caller,
            @PathVariable String name,
            @PathVariable String customerId,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            HttpServletRequest request) {
        SegmentOnDay segment = desk.segment(caller.tenant(), name, asOf);
        Located<CustomerValue> found = questions.customer(key(caller, customerId));
        return switch (found) {
            case Located.Here<CustomerValue> here -> ResponseEntity.ok(answer(customerId, segment, here.value()));
            case Located.Elsewhere<CustomerValue> owner -> others.ask(owner.host(), owner.port(), request);
        };
    }

    private static CustomerInSegment answer(String customerId, SegmentOnDay segment, @Nullable CustomerValue value) {
        if (value == null) {
            throw unknown();
        }
        return CustomerInSegment.of(customerId, segment, value.history());
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
