package io.guanxi.customer.file.view.customerdetails;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.customer.file.domain.ContactField;
import io.guanxi.customer.file.domain.Customer;
import io.guanxi.customer.file.domain.CustomerCommand;
import io.guanxi.customer.file.domain.CustomerCommand.CorrectContact;
import io.guanxi.customer.file.domain.CustomerCommand.LearnContact;
import io.guanxi.customer.file.domain.CustomerCommand.NoteOrder;
import io.guanxi.customer.file.domain.CustomerCommand.Register;
import io.guanxi.customer.file.domain.CustomerCommand.ReviewLifeCycle;
import io.guanxi.customer.file.domain.CustomerDecider;
import io.guanxi.customer.file.domain.CustomerEvent;
import io.guanxi.customer.file.domain.CustomerRejection;
import io.guanxi.customer.file.domain.LifeCyclePolicies;
import io.guanxi.customer.file.domain.SealedValue;
import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.kernel.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CustomerDetailsAgreeWithTheFileTest {

    private static final CustomerKey CUSTOMER = CustomerKey.of("acme", "web", "00021");
    private static final LifeCyclePolicies POLICIES = new LifeCyclePolicies(Duration.ofDays(180), Duration.ofDays(365));
    private static final Instant BEGINNING = Instant.parse("2020-01-01T00:00:00Z");

    private final CustomerDetailsView view = new CustomerDetailsView();
    private Customer file = Customer.unknown();
    private CustomerDetails details;

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void afterEveryCommandTheDetailsSayWhatTheFileSays(long seed) {
        var random = new Random(seed);
        for (var number = 0; number < 60; number++) {
            decide(someCommand(random));
            if (details != null) {
                assertThat(details.version()).isEqualTo(file.version());
                assertThat(details.knownSince()).isEqualTo(file.knownSince());
                assertThat(details.registered()).isEqualTo(file.registered());
                assertThat(details.orders()).isEqualTo(file.orders().summary());
                assertThat(details.stage()).isEqualTo(file.standing().stage());
                assertThat(details.stageSince()).isEqualTo(file.standing().since());
                assertThat(details.contact()).isEqualTo(knownContact());
            }
        }
    }

    private void decide(CustomerCommand command) {
        if (CustomerDecider.decide(file, command, POLICIES)
                instanceof Decision.Accepted<CustomerEvent, CustomerRejection> accepted) {
            for (var event : accepted.events()) {
                var recorded = new RecordedEvent(
                        "id",
                        CUSTOMER.toString(),
                        file.version(),
                        file.version(),
                        "name",
                        event,
                        "acme",
                        BEGINNING,
                        BEGINNING,
                        "c",
                        null,
                        null,
                        null);
                details = view.evolve(details, recorded);
                file = Customer.evolve(file, event);
            }
        }
    }

    private Map<ContactField, SealedValue> knownContact() {
        var known = new HashMap<ContactField, SealedValue>();
        file.contact().forEach((field, value) -> {
            if (value.value() != null) {
                known.put(field, value.value());
            }
        });
        return known;
    }

    private static CustomerCommand someCommand(RandomGenerator random) {
        var at = BEGINNING.plus(Duration.ofHours(random.nextInt(50_000)));
        var contact = Map.of(
                ContactField.values()[random.nextInt(4)],
                new SealedValue("key", "cipher " + random.nextInt(1000), "value " + random.nextInt(3)));
        return switch (random.nextInt(12)) {
            case 0 -> new Register("web", "00021", contact, at);
            case 1 -> new LearnContact("web", "00021", contact, at);
            case 2 -> new CorrectContact(contact, Set.of(), null, at);
            case 3 -> new CorrectContact(Map.of(), Set.of(ContactField.values()[random.nextInt(4)]), null, at);
            case 4, 5 -> new ReviewLifeCycle(at);
            default -> new NoteOrder("web", "00021", "A-" + random.nextInt(10), at, random.nextInt(4) == 0);
        };
    }
}
