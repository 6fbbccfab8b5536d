package io.guanxi.customer.file.command;

import io.guanxi.customer.file.domain.Cause;
import io.guanxi.customer.file.domain.ContactChange;
import io.guanxi.customer.file.domain.ContactField;
import io.guanxi.customer.file.domain.Customer;
import io.guanxi.customer.file.domain.CustomerEvent;
import io.guanxi.customer.file.domain.CustomerEvent.ContactChanged;
import io.guanxi.customer.file.domain.CustomerEvent.ContactConfirmed;
import io.guanxi.customer.file.domain.CustomerEvent.CustomerRecognised;
import io.guanxi.customer.file.domain.CustomerEvent.CustomerRegistered;
import io.guanxi.customer.file.domain.CustomerEvent.OrderCancelledNoted;
import io.guanxi.customer.file.domain.CustomerEvent.OrderNoted;
import io.guanxi.customer.file.domain.CustomerEvent.OrderTimeCorrected;
import io.guanxi.customer.file.domain.CustomerEvent.StageChanged;
import io.guanxi.customer.file.domain.CustomerEvent.StageDateCorrected;
import io.guanxi.customer.file.domain.OrderSummary;
import io.guanxi.customer.file.domain.SealedValue;
import io.guanxi.customer.file.domain.Stage;
import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.test.ApprovedFiles;
import io.guanxi.test.EventJson;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is stored stays readable, and means what it meant. */
class StoredCustomerEventsTest {

    private static final EventCatalogue CATALOGUE = CustomerEvents.eventCatalogue();
    private static final Instant ONE = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final Instant TWO = Instant.parse("2026-02-03T04:05:06Z");
    private static final SealedValue OLD = new SealedValue("0011223344556677", "b2xk", "old");
    private static final SealedValue NEW = new SealedValue("0011223344556677", "bmV3", "new");
    private static final OrderSummary SUMMARY = new OrderSummary(2, 1, ONE, TWO);
    private static final OrderSummary NO_ORDERS = new OrderSummary(0, 1, null, null);

    @TestFactory
    Stream<DynamicTest> everyEventKeepsItsJson() {
        var recognised = new CustomerRecognised("cdnow", "00021", ONE);
        var registered = new CustomerRegistered("cdnow", "00021", ONE);
        var noted = new OrderNoted("cdnow", "A-1", ONE);
        var dated = new StageDateCorrected(Stage.RETURNING, TWO);
        var everyField = new ContactChanged(
                Map.of(
                        ContactField.NAME, new ContactChange(OLD, NEW),
                        ContactField.EMAIL, new ContactChange(null, NEW),
                        ContactField.PHONE, new ContactChange(OLD, null),
                        ContactField.LANGUAGE, new ContactChange(OLD, NEW)),
                ONE);
        var oneField = new ContactChanged(Map.of(ContactField.EMAIL, new ContactChange(null, NEW)), ONE);
        return EventJson.<CustomerEvent>of(CustomerEvent.class, CATALOGUE::toJson, (body, type) -> read(body, type))
                .sample(recognised, recognised)
                .sample(registered, registered)
                .sample(everyField, oneField)
                .sample(
                        new ContactConfirmed(Set.of(ContactField.values()), ONE),
                        new ContactConfirmed(Set.of(ContactField.EMAIL), ONE))
                .sample(noted, noted)
                .sample(
                        new OrderTimeCorrected("cdnow", "A-1", ONE, SUMMARY),
                        new OrderTimeCorrected("cdnow", "A-1", ONE, NO_ORDERS))
                .sample(
                        new OrderCancelledNoted("cdnow", "A-1", SUMMARY),
                        new OrderCancelledNoted("cdnow", "A-1", NO_ORDERS))
                .sample(
                        new StageChanged(Stage.DORMANT, Stage.WON_BACK, TWO, new Cause("some-rule", 365, "A-1", TWO)),
                        new StageChanged(
                                Stage.POTENTIAL, Stage.ACTIVE, ONE, new Cause("first-order", null, null, null)))
                .sample(dated, dated)
                .tests();
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer", "customer-said-again"})
    void aGoldenStreamGivesItsGoldenState(String stream) {
        var files = new ApprovedFiles();
        var json = JsonMapper.builder().build();
        var customer = Customer.unknown();
        for (JsonNode stored : json.readTree(files.read("streams/" + stream + ".json"))) {
            var event = (CustomerEvent) CATALOGUE.fromJson(
                    stored.get("name").stringValue(), stored.get("body").toString());
            customer = Customer.evolve(customer, event);
        }
        files.checkJson("streams/" + stream + ".state.json", json.writeValueAsString(customer));
    }

    private static CustomerEvent read(String json, Class<? extends CustomerEvent> type) {
        return (CustomerEvent) CATALOGUE.fromJson(CATALOGUE.nameOf(type), json);
    }
}
