package io.guanxi.customer.file.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kernel.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Given events, when a command comes, then events or a refusal. */
final class CustomerScenario {

    static final LifeCyclePolicies POLICIES = new LifeCyclePolicies(Duration.ofDays(180), Duration.ofDays(365));

    static final Instant DAY_0 = Instant.parse("2026-01-01T10:00:00Z");

    private Customer customer = Customer.unknown();
    private Decision<CustomerEvent, CustomerRejection> decision = Decision.nothing();

    static CustomerScenario given(CustomerEvent... events) {
        var scenario = new CustomerScenario();
        for (var event : events) {
            scenario.customer = Customer.evolve(scenario.customer, event);
        }
        return scenario;
    }

    /** Given what these commands made happen. */
    static CustomerScenario after(CustomerCommand... commands) {
        var scenario = new CustomerScenario();
        for (var command : commands) {
            scenario.when(command);
        }
        return scenario;
    }

    CustomerScenario when(CustomerCommand command) {
        decision = CustomerDecider.decide(customer, command, POLICIES);
        if (decision instanceof Decision.Accepted<CustomerEvent, CustomerRejection> accepted) {
            for (var event : accepted.events()) {
                customer = Customer.evolve(customer, event);
            }
        }
        return this;
    }

    CustomerScenario then(CustomerEvent... events) {
        assertThat(decision).isEqualTo(Decision.accept(List.of(events)));
        return this;
    }

    CustomerScenario thenNothing() {
        return then();
    }

    CustomerScenario thenRefused(CustomerRejection reason) {
        assertThat(decision).isEqualTo(Decision.refuse(reason));
        return this;
    }

    CustomerScenario standsAt(Stage stage, Instant since) {
        assertThat(customer.standing()).isNotNull();
        assertThat(customer.standing().stage()).isEqualTo(stage);
        assertThat(customer.standing().since()).isEqualTo(since);
        return this;
    }

    Customer customer() {
        return customer;
    }

    static Instant day(int number) {
        return DAY_0.plus(Duration.ofDays(number));
    }

    static CustomerCommand.NoteOrder order(String orderId, Instant at) {
        return new CustomerCommand.NoteOrder("cdnow", "00021", orderId, at, false);
    }

    static CustomerCommand.NoteOrder cancelled(String orderId, Instant at) {
        return new CustomerCommand.NoteOrder("cdnow", "00021", orderId, at, true);
    }

    static CustomerCommand.ReviewLifeCycle review(Instant asOf) {
        return new CustomerCommand.ReviewLifeCycle(asOf);
    }
}
