package io.guanxi.customer.file.view.customersearch;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.customer.file.contact.KeysInMemory;
import io.guanxi.customer.file.contact.MasterKey;
import io.guanxi.customer.file.contact.Profile;
import io.guanxi.customer.file.contact.SearchKey;
import io.guanxi.customer.file.domain.ContactChange;
import io.guanxi.customer.file.domain.ContactField;
import io.guanxi.customer.file.domain.CustomerEvent.ContactChanged;
import io.guanxi.eventlog.RecordedEvent;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpeningSearchTermsTest {

    private static final CustomerKey CUSTOMER = CustomerKey.of("acme", "web", "00021");
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");
    private static final String LONG_NAME = "Ana María del Carmen Li y García de la Vega";

    private final KeysInMemory keys = new KeysInMemory();
    private final CustomerSearchView view = new CustomerSearchView(
            keys, new SearchKey(MasterKey.parse("c29tZSAzMiBieXRlcyBmb3IgdGVzdHMgb25seSEhISE=")));

    @Test
    void anEventOfManyTermsIsOpenedOnceAndNotForEachOfThem() {
        var event = named(LONG_NAME);

        var terms = view.keys(event);
        assertThat(terms).hasSizeGreaterThan(8);
        for (var term : terms) {
            assertThat(view.evolve(term, null, event)).isNotNull();
        }
        assertThat(keys.asked())
                .as("once, or once more if what was opened had to make room")
                .isLessThanOrEqualTo(2);
    }

    @Test
    void theSameEventThatIsReadAgainIsOpenedAgainAndNotIfTheKeyIsGone() {
        var event = named("Ana Li");
        var readAgain = again(event);
        assertThat(view.keys(event)).isNotEmpty();

        keys.destroy(CUSTOMER, AT);

        assertThat(readAgain).isEqualTo(event);
        assertThat(view.keys(readAgain)).isEmpty();
    }

    @Test
    void ofAnEventThatAnotherFollowedNothingIsRemembered() {
        var event = named("Ana Li");
        var terms = view.keys(event);
        assertThat(view.keys(named("Ben Wu"))).isNotEmpty();

        keys.destroy(CUSTOMER, AT);

        assertThat(terms)
                .allSatisfy(term -> assertThat(view.evolve(term, null, event)).isNull());
    }

    private RecordedEvent named(String name) {
        var sealed = keys.sealFor(CUSTOMER).seal(new Profile(Map.of(ContactField.NAME, name)));
        var change = new ContactChange(null, sealed.get(ContactField.NAME));
        return recorded(new ContactChanged(Map.of(ContactField.NAME, change), AT));
    }

    private static RecordedEvent again(RecordedEvent event) {
        return recorded((ContactChanged) event.payload());
    }

    private static RecordedEvent recorded(ContactChanged event) {
        return new RecordedEvent("id", CUSTOMER.toString(), 0, 0, "name", event, "acme", AT, AT, "c", null, null, null);
    }
}
