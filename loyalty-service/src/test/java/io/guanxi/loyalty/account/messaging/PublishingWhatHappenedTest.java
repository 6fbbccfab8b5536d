package io.guanxi.loyalty.account.messaging;

import static io.guanxi.loyalty.account.domain.LedgerFixture.newAccount;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guanxi.contracts.EventTypes;
import io.guanxi.contracts.SchemaCatalogue;
import io.guanxi.contracts.Topics;
import io.guanxi.eventing.relay.OutgoingEvent;
import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.loyalty.LoyaltyEventNames;
import io.guanxi.loyalty.account.domain.EarningRule;
import io.guanxi.loyalty.account.domain.LedgerFixture;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.LedgerEntry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PublishingWhatHappenedTest {

    private static final JsonMapper PUBLISHED = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    @Test
    void everyPointThatMovesIsPublishedAsItsSchemaSays() {
        var account = newAccount()
                .placed("A-1")
                .paid("A-1", "34.89")
                .returned("A-1", "R-1", "12.50")
                .paid("A-2", "5.00")
                .cancelled("A-2");
        List<OutgoingEvent> published = publish(account);

        assertThat(published)
                .extracting(OutgoingEvent::type)
                .containsExactly(
                        EventTypes.CRM_LOYALTY_ACCOUNT_OPENED,
                        EventTypes.CRM_LOYALTY_POINTS_EARNED,
                        EventTypes.CRM_LOYALTY_POINTS_REVERSED,
                        EventTypes.CRM_LOYALTY_POINTS_EARNED,
                        EventTypes.CRM_LOYALTY_POINTS_REVERSED);
        assertThat(published).allSatisfy(event -> {
            assertThat(event.topic()).isEqualTo(Topics.CRM_LOYALTY);
            assertThat(event.key()).isEqualTo(LedgerFixture.ACCOUNT);
            assertThat(SchemaCatalogue.published().validate(event.type(), PUBLISHED.writeValueAsBytes(event.body())))
                    .isEmpty();
        });
    }

    @Test
    void aReversalNamesTheEntryThatItReverses() {
        var account = newAccount().paid("A-1", "34.89").returned("A-1", "R-1", "12.50");
        List<OutgoingEvent> published = publish(account);

        JsonNode earned = PUBLISHED.valueToTree(published.get(1).body());
        JsonNode reversed = PUBLISHED.valueToTree(published.get(2).body());
        assertThat(earned.get("amount").stringValue()).isEqualTo("34.89");
        assertThat(reversed.get("reverses")).isEqualTo(earned.get("entryId"));
        assertThat(reversed.get("points").longValue()).isEqualTo(12);
        assertThat(reversed.get("balance").longValue()).isEqualTo(22);
        assertThat(reversed.get("cause").stringValue()).isEqualTo("returned");
        assertThat(reversed.get("returnId").stringValue()).isEqualTo("R-1");
    }

    @Test
    void theHighestRateAndTheLongestRoundingFitTheSchema() {
        var rule = new EarningRule(9, new BigDecimal("1000000.000000"), Map.of(), RoundingMode.HALF_DOWN);
        List<OutgoingEvent> published = publish(newAccount().under(rule).paid("A-1", "100000000.0000"));

        assertThat(SchemaCatalogue.published()
                        .validate(
                                published.get(1).type(),
                                PUBLISHED.writeValueAsBytes(published.get(1).body())))
                .isEmpty();
    }

    @Test
    void linesThatMoveNothingStayInside() {
        var account = newAccount()
                .cancelled("A-1")
                .paid("A-1", "3.00")
                .paid("A-2", "9.00")
                .returned("A-2", "R", "0.1");

        assertThat(account.events()).hasSize(5);
        assertThat(publish(account))
                .extracting(OutgoingEvent::type)
                .containsExactly(EventTypes.CRM_LOYALTY_ACCOUNT_OPENED, EventTypes.CRM_LOYALTY_POINTS_EARNED);
    }

    private static List<OutgoingEvent> publish(LedgerFixture account) {
        var published = new ArrayList<OutgoingEvent>();
        for (LoyaltyEvent event : account.events()) {
            published.addAll(new LoyaltyPublication().translate(recorded(event)));
        }
        return published;
    }

    private static RecordedEvent recorded(LoyaltyEvent event) {
        Instant then = Instant.parse("2026-03-01T09:30:00Z");
        String name = LoyaltyEventNames.catalogue().nameOf(event.getClass());
        String cause = event instanceof LedgerEntry entry ? entry.cause() : null;
        return new RecordedEvent(
                "e-1", LedgerFixture.ACCOUNT, 0, 0, name, event, "acme", then, then, "c-1", cause, null, null);
    }
}
