package io.guanxi.loyalty.account.messaging;

import static io.guanxi.loyalty.account.domain.LedgerFixture.newAccount;
import static io.guanxi.loyalty.account.domain.RulesFixture.fixed;
import static io.guanxi.loyalty.account.domain.RulesFixture.rules;
import static io.guanxi.loyalty.account.domain.RulesFixture.term;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.EventTypes;
import io.guanxi.contracts.SchemaCatalogue;
import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.GiftEntry;
import io.guanxi.loyalty.account.domain.LedgerFixture;
import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.RulesFixture;
import io.guanxi.loyalty.account.domain.TiersFixture;
import io.guanxi.loyalty.account.domain.VoucherEvent.VoucherIssued;
import io.guanxi.loyalty.account.domain.lots.Lot;
import io.guanxi.loyalty.account.messaging.LoyaltyPublication.Telling;
import io.guanxi.loyalty.programme.domain.Conditions;
import io.guanxi.loyalty.programme.domain.ExpiryRule;
import io.guanxi.loyalty.programme.domain.GoodwillRules;
import io.guanxi.loyalty.programme.domain.RewardRules;
import java.time.Duration;
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

    private static final String OTHER = "acme/1b671a64-40d5-491e-99b0-da01ff1f3341";

    private static final RewardRules TEA = new RewardRules(
            "tea", Map.of(), "points", 100, RewardRules.Kind.VOUCHER, Money.of("10.00", "CNY"), null, null, null, 30);

    @Test
    void everyPointThatMovesIsPublishedAsItsSchemaSays() {
        var account = newAccount()
                .placed("A-1")
                .paid("A-1", "34.89")
                .returned("A-1", "R-1", "12.50")
                .paid("A-2", "5.00")
                .cancelled("A-2");

        assertThat(publish(account))
                .extracting(Telling::type)
                .containsExactly(
                        EventTypes.CRM_LOYALTY_ACCOUNT_OPENED,
                        EventTypes.CRM_LOYALTY_POINTS_EARNED,
                        EventTypes.CRM_LOYALTY_POINTS_REVERSED,
                        EventTypes.CRM_LOYALTY_POINTS_EARNED,
                        EventTypes.CRM_LOYALTY_POINTS_REVERSED);
    }

    @Test
    void aReversalNamesTheEntryThatItReverses() {
        var published = publish(newAccount().paid("A-1", "34.89").returned("A-1", "R-1", "12.50"));

        JsonNode earned = body(published, EventTypes.CRM_LOYALTY_POINTS_EARNED);
        JsonNode reversed = body(published, EventTypes.CRM_LOYALTY_POINTS_REVERSED);
        assertThat(earned.get("amount").stringValue()).isEqualTo("34.89");
        assertThat(reversed.get("reverses")).isEqualTo(earned.get("entryId"));
        assertThat(reversed.get("points").longValue()).isEqualTo(12);
        assertThat(reversed.get("balance").longValue()).isEqualTo(22);
        assertThat(reversed.get("cause").stringValue()).isEqualTo("returned");
        assertThat(reversed.get("returnId").stringValue()).isEqualTo("R-1");
        assertThat(reversed.has("debt")).isFalse();
    }

    @Test
    void severalTermsAreToldAsIfByOneRate() {
        var rules = rules().earning(term("base", "1"), fixed("welcome", 50, Conditions.NONE));
        var earned =
                body(publish(newAccount().under(rules).paid("A-1", "120.00")), EventTypes.CRM_LOYALTY_POINTS_EARNED);

        assertThat(earned.at("/rule/rate").stringValue()).isEqualTo("1.416666667");
        assertThat(earned.at("/terms/1/name").stringValue()).isEqualTo("welcome");
        assertThat(earned.at("/terms/1/points").stringValue()).isEqualTo("50");
    }

    @Test
    void anOrderForNothingHasTheRateZero() {
        var rules = rules().earning(term("base", "1"), fixed("welcome", 50, Conditions.NONE));
        var earned = body(publish(newAccount().under(rules).paid("A-1", "0.00")), EventTypes.CRM_LOYALTY_POINTS_EARNED);

        assertThat(earned.at("/rule/rate").stringValue()).isEqualTo("0");
        assertThat(earned.at("/points").longValue()).isEqualTo(50);
    }

    @Test
    void theHighestRateFitsTheSchema() {
        var rules = rules().earning(term("base", "1000000.000000"));

        assertThat(publish(newAccount().under(rules).paid("A-1", "100000000.0000")))
                .hasSize(2);
    }

    @Test
    void pendingPointsSayWhenTheyComeAndThenThatTheyCameAndWent() {
        var rules = rules().pendingAfterPayment(14).expiring(ExpiryRule.rolling(12));
        var published = publish(newAccount().under(rules).paid("A-1", "30.00").looked("2027-04-01T00:00:00Z"));

        JsonNode earned = body(published, EventTypes.CRM_LOYALTY_POINTS_EARNED);
        assertThat(earned.get("pending").longValue()).isEqualTo(30);
        assertThat(earned.get("balance").longValue()).isZero();
        assertThat(earned.get("availableAt").stringValue()).isEqualTo("2026-03-15T09:30:00Z");
        assertThat(earned.get("expiresAt").stringValue()).isEqualTo("2027-03-01T16:00:00Z");
        assertThat(body(published, EventTypes.CRM_LOYALTY_POINTS_MATURED).get("matures"))
                .isEqualTo(earned.get("entryId"));
        assertThat(body(published, EventTypes.CRM_LOYALTY_POINTS_EXPIRED)
                        .get("points")
                        .longValue())
                .isEqualTo(30);
    }

    @Test
    void aDebtIsToldWithWhatIsLeftOfIt() {
        var account = newAccount().paid("A-1", "100.00");
        spend(account, "H-1", 80);
        account.cancelled("A-1").paid("A-2", "30.00");
        var published = publish(account);

        JsonNode reversed = body(published, EventTypes.CRM_LOYALTY_POINTS_REVERSED);
        assertThat(reversed.get("points").longValue()).isEqualTo(20);
        assertThat(reversed.get("debt").longValue()).isEqualTo(80);
        JsonNode repaid = body(published, EventTypes.CRM_LOYALTY_DEBT_REPAID);
        assertThat(repaid.get("points").longValue()).isEqualTo(30);
        assertThat(repaid.get("debtLeft").longValue()).isEqualTo(50);
    }

    @Test
    void pointsThatComeBackNameWhatSpentThem() {
        var account = newAccount().paid("A-1", "100.00");
        spend(account, "H-1", 80);
        account.cancelled("A-9");
        var published = publish(account);

        JsonNode spent = body(published, EventTypes.CRM_LOYALTY_POINTS_SPENT);
        JsonNode returned = body(published, EventTypes.CRM_LOYALTY_POINTS_RETURNED);
        assertThat(spent.get("kind").stringValue()).isEqualTo("checkout");
        assertThat(returned.get("returns")).isEqualTo(spent.get("entryId"));
        assertThat(returned.get("reason").stringValue()).isEqualTo("order-cancelled");
    }

    @Test
    void aVoucherIsToldFromItsIssueToItsEnd() {
        var account = newAccount().under(rules().reward(TEA)).paid("A-1", "250.00");
        String used = voucher(account, "H-1");
        account.take(new LoyaltyCommand.RedeemVoucher(
                LedgerFixture.ACCOUNT, used, LedgerFixture.order("A-2"), account.stamp("redeem")));
        voucher(account, "H-2");
        account.looked("2026-06-01T00:00:00Z");
        var published = publish(account);

        JsonNode issued = body(published, EventTypes.CRM_LOYALTY_VOUCHER_ISSUED);
        assertThat(issued.at("/value/amount").stringValue()).isEqualTo("10.00");
        assertThat(issued.get("entryId"))
                .isEqualTo(body(published, EventTypes.CRM_LOYALTY_POINTS_SPENT).get("entryId"));
        assertThat(body(published, EventTypes.CRM_LOYALTY_VOUCHER_REDEEMED)
                        .get("orderId")
                        .stringValue())
                .isEqualTo("A-2");
        assertThat(body(published, EventTypes.CRM_LOYALTY_VOUCHER_EXPIRED)
                        .get("reward")
                        .stringValue())
                .isEqualTo("tea");
    }

    @Test
    void aTierIsToldWhenItChanges() {
        var rules = rules().tiers(TiersFixture.spend("silver", "100"));
        var published = publish(newAccount().under(rules).paid("A-1", "150.00"));

        assertThat(published)
                .extracting(Telling::type)
                .containsExactly(
                        EventTypes.CRM_LOYALTY_ACCOUNT_OPENED,
                        EventTypes.CRM_LOYALTY_POINTS_EARNED,
                        EventTypes.CRM_LOYALTY_TIER_CHANGED,
                        EventTypes.CRM_LOYALTY_TIER_CHANGED);
        JsonNode risen = PUBLISHED.valueToTree(published.getLast().body());
        assertThat(risen.get("from").stringValue()).isEqualTo("basic");
        assertThat(risen.get("to").stringValue()).isEqualTo("silver");
        assertThat(risen.get("reason").stringValue()).isEqualTo("qualified");
        assertThat(risen.get("validUntil").stringValue()).isEqualTo("2027-12-31T16:00:00Z");
    }

    @Test
    void pointsThatNoOrderMadeAreToldWithoutWhoGaveThem() {
        var lot = new Lot("L", "points", LedgerFixture.THEN, null, null, null, null);
        var account = newAccount().under(goodwill()).paid("A-1", "100.00");
        account.take(new LoyaltyCommand.AdjustPoints(
                LedgerFixture.ACCOUNT, "J-1", "points", -10, "error", "mei", account.stamp("adjust")));
        account.take(new LoyaltyCommand.GrantGoodwill(
                LedgerFixture.ACCOUNT,
                "5b0c6d1e-7a51-4f0e-8d2b-3f9d8c0f2a11",
                20,
                "late",
                "mei",
                account.stamp("goodwill")));
        account.take(new LoyaltyCommand.ReceivePoints(
                LedgerFixture.ACCOUNT,
                "T-1",
                OTHER,
                false,
                "points",
                List.of(new GiftEntry.Parcel(lot, 5)),
                account.stamp("receive")));
        var published = publish(account);

        assertThat(body(published, EventTypes.CRM_LOYALTY_POINTS_ADJUSTED)
                        .get("direction")
                        .stringValue())
                .isEqualTo("down");
        assertThat(body(published, EventTypes.CRM_LOYALTY_GOODWILL_GRANTED)
                        .get("points")
                        .longValue())
                .isEqualTo(20);
        assertThat(body(published, EventTypes.CRM_LOYALTY_POINTS_TRANSFERRED_IN)
                        .at("/counterparty/customerId")
                        .stringValue())
                .isEqualTo(CustomerKey.parse(OTHER).customerId());
        assertThat(published)
                .noneSatisfy(telling ->
                        assertThat(PUBLISHED.writeValueAsString(telling.body())).contains("mei"));
    }

    @Test
    void linesThatMoveNothingStayInside() {
        var account = newAccount()
                .cancelled("A-1")
                .paid("A-1", "3.00")
                .paid("A-2", "9.00")
                .returned("A-2", "R", "0.1");

        assertThat(publish(account))
                .extracting(Telling::type)
                .containsExactly(EventTypes.CRM_LOYALTY_ACCOUNT_OPENED, EventTypes.CRM_LOYALTY_POINTS_EARNED);
    }

    private static RulesFixture goodwill() {
        return rules().goodwill(new GoodwillRules("points", 100, 1000));
    }

    private static void spend(LedgerFixture account, String holdId, long points) {
        account.take(new LoyaltyCommand.HoldPoints(
                LedgerFixture.ACCOUNT,
                holdId,
                "points",
                points,
                LedgerFixture.order("A-9"),
                account.now().plus(Duration.ofMinutes(5)),
                account.stamp("hold")));
        account.take(new LoyaltyCommand.SpendHeld(LedgerFixture.ACCOUNT, holdId, account.stamp("spend")));
    }

    private static String voucher(LedgerFixture account, String holdId) {
        account.take(new LoyaltyCommand.HoldForReward(LedgerFixture.ACCOUNT, holdId, "tea", account.stamp("hold")));
        account.take(new LoyaltyCommand.SpendHeld(LedgerFixture.ACCOUNT, holdId, account.stamp("spend")));
        return account.last(VoucherIssued.class).voucherId();
    }

    /** Each as its schema says. */
    private static List<Telling> publish(LedgerFixture account) {
        var published = new ArrayList<Telling>();
        List<LoyaltyEvent> events = account.events();
        String customerId = CustomerKey.parse(LedgerFixture.ACCOUNT).customerId();
        for (int i = 0; i < events.size(); i++) {
            List<LoyaltyEvent> until = events.subList(0, i + 1);
            Telling telling = LoyaltyPublication.telling(events.get(i), customerId, new WhatWasBefore(() -> until));
            if (telling != null) {
                published.add(telling);
            }
        }
        assertThat(published)
                .allSatisfy(telling -> assertThat(SchemaCatalogue.published()
                                .validate(telling.type(), PUBLISHED.writeValueAsBytes(telling.body())))
                        .isEmpty());
        return published;
    }

    private static JsonNode body(List<Telling> published, String type) {
        return published.stream()
                .filter(telling -> telling.type().equals(type))
                .findFirst()
                .map(telling -> (JsonNode) PUBLISHED.valueToTree(telling.body()))
                .orElseThrow(() -> new AssertionError("no " + type + " among " + published));
    }
}
