package io.guanxi.loyalty.account.messaging;

import static io.guanxi.loyalty.account.domain.LedgerFixture.newAccount;
import static io.guanxi.loyalty.account.domain.RulesFixture.fixed;
import static io.guanxi.loyalty.account.domain.RulesFixture.rules;
import static io.guanxi.loyalty.account.domain.RulesFixture.term;
import static io.guanxi.loyalty.account.messaging.Tellings.body;
import static io.guanxi.loyalty.account.messaging.Tellings.json;
import static io.guanxi.loyalty.account.messaging.Tellings.publish;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.EventTypes;
import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.CustomerThen;
import io.guanxi.loyalty.account.domain.Fact.PaymentNoted;
import io.guanxi.loyalty.account.domain.LedgerFixture;
import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import io.guanxi.loyalty.account.domain.TiersFixture;
import io.guanxi.loyalty.account.domain.VoucherEvent.VoucherIssued;
import io.guanxi.loyalty.account.messaging.LoyaltyPublication.Telling;
import io.guanxi.loyalty.programme.domain.Conditions;
import io.guanxi.loyalty.programme.domain.ExpiryRule;
import io.guanxi.loyalty.programme.domain.RewardRules;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PublishingWhatHappenedTest {

    private static final RewardRules TEA = new RewardRules(
            "tea", Map.of(), "points", 100, RewardRules.Kind.VOUCHER, Money.of("10.00", "CNY"), null, null, null, 30);

    private static final RewardRules POT =
            new RewardRules("pot", Map.of(), "points", 60, RewardRules.Kind.GOODS, null, null, null, null, 0);

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
        assertThat(returned.get("points").longValue()).isEqualTo(80);
        assertThat(returned.get("orderId").stringValue()).isEqualTo("A-9");
        assertThat(returned.get("reason").stringValue()).isEqualTo("order-cancelled");
        assertThat(returned.has("reward")).isFalse();
    }

    @Test
    void pointsThatComeBackOfARewardNameIt() {
        var account = newAccount().under(rules().reward(POT)).paid("A-1", "100.00");
        account.take(new LoyaltyCommand.HoldForReward(LedgerFixture.ACCOUNT, "H-1", "pot", account.stamp("hold")));
        account.spentHeld("H-1");
        account.take(
                new LoyaltyCommand.ReturnSpent(LedgerFixture.ACCOUNT, "H-1", "R-1", null, account.stamp("give-back")));
        var published = publish(account);

        JsonNode returned = body(published, EventTypes.CRM_LOYALTY_POINTS_RETURNED);
        assertThat(returned.get("returns"))
                .isEqualTo(body(published, EventTypes.CRM_LOYALTY_POINTS_SPENT).get("entryId"));
        assertThat(returned.get("reward").stringValue()).isEqualTo("pot");
        assertThat(returned.get("reason").stringValue()).isEqualTo("order-returned");
        assertThat(returned.get("returnId").stringValue()).isEqualTo("R-1");
        assertThat(returned.has("orderId")).isFalse();
    }

    @Test
    void aCorrectionUpNamesTheEntryThatHadEarned() {
        var account = newAccount().paid("A-1", "30.00");
        correct(account, "2");
        var published = publish(account);

        JsonNode corrected = body(published, EventTypes.CRM_LOYALTY_EARNING_CORRECTED);
        assertThat(corrected.get("corrects"))
                .isEqualTo(body(published, EventTypes.CRM_LOYALTY_POINTS_EARNED).get("entryId"));
        assertThat(corrected.get("correctionId").stringValue()).isEqualTo("C-2");
        assertThat(corrected.get("direction").stringValue()).isEqualTo("up");
        assertThat(corrected.get("points").longValue()).isEqualTo(30);
        assertThat(corrected.get("balance").longValue()).isEqualTo(60);
        assertThat(corrected.get("ruleVersion").intValue()).isEqualTo(2);
        assertThat(corrected.has("debt")).isFalse();
    }

    @Test
    void aCorrectionDownTellsWhatIsOwedBecauseItIsGone() {
        var account = newAccount().paid("A-1", "30.00");
        spend(account, "H-1", 25);
        correct(account, "0.5");
        JsonNode corrected = body(publish(account), EventTypes.CRM_LOYALTY_EARNING_CORRECTED);

        assertThat(corrected.get("direction").stringValue()).isEqualTo("down");
        assertThat(corrected.get("points").longValue()).isEqualTo(5);
        assertThat(corrected.get("debt").longValue()).isEqualTo(10);
        assertThat(corrected.get("balance").longValue()).isZero();
    }

    @Test
    void aCorrectionOfAnOrderThatHadEarnedNothingNamesNoEntryBefore() {
        var account = newAccount().paid("A-1", "0.40");
        correct(account, "5");
        JsonNode corrected = body(publish(account), EventTypes.CRM_LOYALTY_EARNING_CORRECTED);

        assertThat(corrected.get("points").longValue()).isEqualTo(2);
        assertThat(corrected.has("corrects")).isFalse();
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
        JsonNode redeemed = body(published, EventTypes.CRM_LOYALTY_VOUCHER_REDEEMED);
        assertThat(redeemed.get("voucherId")).isEqualTo(issued.get("voucherId"));
        assertThat(redeemed.get("reward").stringValue()).isEqualTo("tea");
        assertThat(redeemed.get("value")).isEqualTo(issued.get("value"));
        assertThat(redeemed.get("orderId").stringValue()).isEqualTo("A-2");
        JsonNode expired = body(published, EventTypes.CRM_LOYALTY_VOUCHER_EXPIRED);
        assertThat(expired.get("voucherId")).isNotEqualTo(issued.get("voucherId"));
        assertThat(expired.get("reward").stringValue()).isEqualTo("tea");
        assertThat(expired.get("value")).isEqualTo(issued.get("value"));
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
        JsonNode risen = json(published.getLast());
        assertThat(risen.get("from").stringValue()).isEqualTo("basic");
        assertThat(risen.get("to").stringValue()).isEqualTo("silver");
        assertThat(risen.get("reason").stringValue()).isEqualTo("qualified");
        assertThat(risen.get("validUntil").stringValue()).isEqualTo("2027-12-31T16:00:00Z");
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

    /** Every order should have earned so much of each unit. */
    private static void correct(LedgerFixture account, String rate) {
        account.publishing(2, account.now().toString(), rules().earning(term("base", rate)));
        var facts = account.events(PaymentNoted.class).getFirst().facts();
        account.take(new LoyaltyCommand.CorrectEarning(
                LedgerFixture.ACCOUNT, "C-2", facts, new CustomerThen(null, null, true), 2, account.stamp("correct")));
    }

    private static String voucher(LedgerFixture account, String holdId) {
        account.take(new LoyaltyCommand.HoldForReward(LedgerFixture.ACCOUNT, holdId, "tea", account.stamp("hold")));
        account.take(new LoyaltyCommand.SpendHeld(LedgerFixture.ACCOUNT, holdId, account.stamp("spend")));
        return account.last(VoucherIssued.class).voucherId();
    }
}
