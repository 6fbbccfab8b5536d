package io.guanxi.gateway.customerview;

import io.guanxi.web.RequestRefused;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Serves the composed customer view. */
@RestController
class CustomerViewController {

    private final Parts parts;

    CustomerViewController(Parts parts) {
        this.parts = parts;
    }

    @Operation(
            summary = "One customer, composed from all services",
            description = "If a service does not answer in time, the view comes without its part: complete is false and"
                    + " missing says which part and why.")
    @GetMapping("/api/customers/{id}")
    CustomerView view(@PathVariable UUID id, @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
        Map<Question, Part> answers = parts.about(id.toString(), authorization);
        if (nobodyKnows(answers)) {
            throw RequestRefused.notFound("customer-not-found", "No service knows a customer of this id.");
        }
        return CustomerView.of(id.toString(), answers);
    }

    /** A list of no tickets says nothing about whether there is such a customer. */
    private static boolean nobodyKnows(Map<Question, Part> answers) {
        return answers.entrySet().stream()
                .filter(answer -> answer.getKey() != Question.TICKETS)
                .allMatch(answer -> answer.getValue() instanceof Part.Unknown);
    }
}
