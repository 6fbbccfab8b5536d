package io.guanxi.customer.file.view.customerprofile;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.customer.file.contact.KeysInMemory;
import io.guanxi.customer.file.domain.Cause;
import io.guanxi.customer.file.domain.ContactChange;
import io.guanxi.customer.file.domain.ContactField;
import io.guanxi.customer.file.domain.CustomerEvent;
import io.guanxi.customer.file.domain.CustomerEvent.ContactChanged;
import io.guanxi.customer.file.domain.CustomerEvent.CustomerRecognised;
import io.guanxi.customer.file.domain.CustomerEvent.CustomerRegistered;
import io.guanxi.customer.file.domain.CustomerEvent.StageChanged;
import io.guanxi.customer.file.domain.CustomerEvent.StageDateCorrected;
import io.guanxi.customer.file.domain.SealedValue;
import io.guanxi.customer.file.domain.Stage;
import io.guanxi.eventlog.RecordedEvent;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatingTheProfileTest {

    private static final CustomerKey CUSTOMER = CustomerKey.of("acme", "web", "00021");
    private static final Instant EARLIER = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant LATER = Instant.parse("2026-02-02T03:04:05Z");

    private final CustomerProfileView view = new CustomerProfileView(new KeysInMemory());

    static Stream<CustomerEvent> whatTouchesTheProfile() {
        var change = new ContactChange(null, new SealedValue("key", "cipher", "fingerprint"));
        return Stream.of(
                new CustomerRecognised("web", "00021", EARLIER),
                new CustomerRegistered("web", "00021", EARLIER),
                new ContactChanged(Map.of(ContactField.EMAIL, change), EARLIER),
                new StageChanged(Stage.POTENTIAL, Stage.ACTIVE, EARLIER, new Cause("first-order", null, "A-1", null)),
                new StageDateCorrected(Stage.ACTIVE, EARLIER));
    }

    @ParameterizedTest
    @MethodSource("whatTouchesTheProfile")
    void whatIsLateDoesNotSetTheDateOfTheProfileBack(CustomerEvent late) {
        var known = view.evolve(null, recorded(new CustomerRecognised("web", "00021", LATER), LATER));

        assertThat(view.evolve(known, recorded(late, EARLIER)).updatedAt()).isEqualTo(LATER);
    }

    @ParameterizedTest
    @MethodSource("whatTouchesTheProfile")
    void whatIsYoungerDatesTheProfile(CustomerEvent younger) {
        var known = view.evolve(null, recorded(new CustomerRecognised("web", "00021", EARLIER), EARLIER));

        assertThat(view.evolve(known, recorded(younger, LATER)).updatedAt()).isEqualTo(LATER);
    }

    private static RecordedEvent recorded(CustomerEvent event, Instant happened) {
        return new RecordedEvent(
                "id", CUSTOMER.toString(), 0, 0, "name", event, "acme", happened, LATER, "c", null, null, null);
    }
}
