package io.guanxi.customer.file.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.EventTypes;
import io.guanxi.contracts.SchemaCatalogue;
import io.guanxi.contracts.Topics;
import io.guanxi.customer.file.domain.Cause;
import io.guanxi.customer.file.domain.ContactChange;
import io.guanxi.customer.file.domain.ContactField;
import io.guanxi.customer.file.domain.CustomerEvent;
import io.guanxi.customer.file.domain.CustomerEvent.ContactChanged;
import io.guanxi.customer.file.domain.CustomerEvent.CustomerRecognised;
import io.guanxi.customer.file.domain.CustomerEvent.CustomerRegistered;
import io.guanxi.customer.file.domain.CustomerEvent.OrderNoted;
import io.guanxi.customer.file.domain.CustomerEvent.StageChanged;
import io.guanxi.customer.file.domain.CustomerEvent.StageDateCorrected;
import io.guanxi.customer.file.domain.LifeCyclePolicies;
import io.guanxi.customer.file.domain.SealedValue;
import io.guanxi.customer.file.domain.Stage;
import io.guanxi.eventing.relay.OutgoingEvent;
import io.guanxi.eventlog.RecordedEvent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PublishingCustomersTest {

    private static final CustomerKey CUSTOMER = CustomerKey.of("acme", "cdnow", "00021");
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void aRecognisedCustomerIsPublished() {
        var published = only(new CustomerRecognised("cdnow", "00021", AT));
        assertThat(published.type()).isEqualTo(EventTypes.CRM_CUSTOMER_RECOGNISED);
        assertFollowsItsSchema(published);
    }

    @Test
    void aRegisteredCustomerIsPublished() {
        var published = only(new CustomerRegistered("cdnow", "00021", AT));
        assertThat(published.type()).isEqualTo(EventTypes.CRM_CUSTOMER_REGISTERED);
        assertFollowsItsSchema(published);
    }

    @Test
    void ofAChangedProfileTheNamesOfTheFieldsAloneArePublished() {
        var value = new SealedValue("key", "cipher", "fingerprint");
        var published = only(new ContactChanged(Map.of(ContactField.EMAIL, new ContactChange(null, value)), AT));
        assertThat(json(published)).contains("email").doesNotContain("cipher").doesNotContain("fingerprint");
        assertFollowsItsSchema(published);
    }

    @Test
    void everyStageIsPublishedWithItsCause() {
        for (var stage : Stage.values()) {
            var published = only(new StageChanged(
                    Stage.POTENTIAL, stage, AT, new Cause("too-long-without-an-order", 365, "A-1", AT)));
            assertThat(json(published)).contains("too-long-without-an-order").contains("A-1");
            assertFollowsItsSchema(published);
        }
    }

    @Test
    void aStageIsDatedByTheOrdersAndNotByTheNewsThatShowedIt() {
        var since = AT.minus(Duration.ofDays(100));
        var published = only(
                new StageChanged(Stage.ACTIVE, Stage.RETURNING, since, new Cause("further-order", null, "A-1", null)));
        assertThat(JSON.readTree(json(published)).at("/happened").asString("")).isEqualTo(since.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "minimal"})
    void theSamplesOfTheContractNameRulesThatThereAre(String sample) throws IOException {
        var policies = new LifeCyclePolicies(Duration.ofDays(180), Duration.ofDays(365));
        var file = "/samples/" + EventTypes.CRM_CUSTOMER_STAGE_CHANGED + "/" + sample + ".json";
        try (var in = SchemaCatalogue.class.getResourceAsStream(file)) {
            var rule = JSON.readTree(in).at("/cause/kind").asString("");
            assertThat(policies.sentenceOf(rule)).as(rule).isPresent();
        }
    }

    @Test
    void ordersAndCorrectedDatesAreNobodyElsesBusiness() {
        assertThat(translated(new OrderNoted("cdnow", "A-1", AT))).isEmpty();
        assertThat(translated(new StageDateCorrected(Stage.ACTIVE, AT))).isEmpty();
    }

    private static OutgoingEvent only(CustomerEvent event) {
        assertThat(translated(event)).hasSize(1);
        var published = translated(event).getFirst();
        assertThat(published.topic()).isEqualTo(Topics.CRM_CUSTOMERS);
        assertThat(published.key()).isEqualTo(CUSTOMER.toString());
        return published;
    }

    private static List<OutgoingEvent> translated(CustomerEvent event) {
        return new CustomersPublication()
                .translate(new RecordedEvent(
                        "id", CUSTOMER.toString(), 0, 0, "name", event, "acme", AT, AT, "c", null, null, null));
    }

    private static String json(OutgoingEvent event) {
        return JSON.writeValueAsString(event.body());
    }

    private static void assertFollowsItsSchema(OutgoingEvent event) {
        var body = JSON.writeValueAsBytes(event.body());
        assertThat(SchemaCatalogue.published().validate(event.type(), body)).isEmpty();
    }
}
