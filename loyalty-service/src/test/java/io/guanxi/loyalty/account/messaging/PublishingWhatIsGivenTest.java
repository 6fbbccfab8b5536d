package io.guanxi.loyalty.account.messaging;

import static io.guanxi.loyalty.account.domain.LedgerFixture.newAccount;
import static io.guanxi.loyalty.account.domain.RulesFixture.rules;
import static io.guanxi.loyalty.account.messaging.Tellings.bodies;
import static io.guanxi.loyalty.account.messaging.Tellings.body;
import static io.guanxi.loyalty.account.messaging.Tellings.publish;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.EventTypes;
import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.GiftEntry.Parcel;
import io.guanxi.loyalty.account.domain.GiftEntry.PointsSent;
import io.guanxi.loyalty.account.domain.LedgerFixture;
import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import io.guanxi.loyalty.account.domain.OrderFacts;
import io.guanxi.loyalty.account.domain.lots.Lot;
import io.guanxi.loyalty.programme.domain.GoodwillRules;
import io.guanxi.loyalty.programme.domain.ReferralRules;
import io.guanxi.loyalty.programme.domain.TransferRules;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PublishingWhatIsGivenTest {

    private static final String OTHER = "acme/1b671a64-40d5-491e-99b0-da01ff1f3341";
    private static final String OTHER_ID = CustomerKey.parse(OTHER).customerId();
    private static final Lot LOT = new Lot("L", "points", LedgerFixture.THEN, null, null, null, null);
    private static final ReferralRules RECOMMENDING =
            new ReferralRules("points", 200, 100, Map.of("CNY", new BigDecimal("50")), 14, 3);

    @Test
    void pointsThatAPersonGaveAreToldWithoutWhoGaveThem() {
        var account = newAccount()
                .under(rules().goodwill(new GoodwillRules("points", 100, 1000)))
                .paid("A-1", "100.00");
        account.take(new LoyaltyCommand.AdjustPoints(
                LedgerFixture.ACCOUNT, "J-1", "points", -10, "error", "mei", account.stamp("adjust")));
        account.take(new LoyaltyCommand.GrantGoodwill(
                LedgerFixture.ACCOUNT,
                "5b0c6d1e-7a51-4f0e-8d2b-3f9d8c0f2a11",
                20,
                "late",
                "mei",
                account.stamp("goodwill")));
        var published = publish(account);

        assertThat(body(published, EventTypes.CRM_LOYALTY_POINTS_ADJUSTED)
                        .get("direction")
                        .stringValue())
                .isEqualTo("down");
        assertThat(body(published, EventTypes.CRM_LOYALTY_GOODWILL_GRANTED)
                        .get("points")
                        .longValue())
                .isEqualTo(20);
        assertThat(published)
                .noneSatisfy(
                        telling -> assertThat(Tellings.json(telling).toString()).contains("mei"));
    }

    @Test
    void pointsThatAreSentAndDeclinedAreToldOnTheirWayOutAndBack() {
        var account = newAccount()
                .under(rules().transfers(new TransferRules(10, 100)))
                .paid("A-1", "100.00");
        account.take(new LoyaltyCommand.SendPoints(
                LedgerFixture.ACCOUNT, "T-1", OTHER, "points", 30, account.stamp("send")));
        account.take(new LoyaltyCommand.TakeBackTransfer(
                LedgerFixture.ACCOUNT,
                "T-1",
                OTHER,
                "points",
                account.last(PointsSent.class).parcels(),
                account.stamp("declined")));
        var published = publish(account);

        JsonNode sent = body(published, EventTypes.CRM_LOYALTY_POINTS_TRANSFERRED_OUT);
        assertThat(sent.get("reason").stringValue()).isEqualTo("gift");
        assertThat(sent.get("transferId").stringValue()).isEqualTo("T-1");
        assertThat(sent.get("points").longValue()).isEqualTo(30);
        assertThat(sent.get("balance").longValue()).isEqualTo(70);
        assertThat(sent.at("/counterparty/customerId").stringValue()).isEqualTo(OTHER_ID);
        JsonNode back = body(published, EventTypes.CRM_LOYALTY_POINTS_TRANSFERRED_IN);
        assertThat(back.get("reason").stringValue()).isEqualTo("refused");
        assertThat(back.get("transferId").stringValue()).isEqualTo("T-1");
        assertThat(back.get("balance").longValue()).isEqualTo(100);
        assertThat(back.at("/counterparty/customerId").stringValue()).isEqualTo(OTHER_ID);
    }

    @Test
    void whatGoesToTheFamilyIsToldAsPooling() {
        var account = newAccount().placed("A-1");
        account.take(new LoyaltyCommand.JoinFamily(LedgerFixture.ACCOUNT, OTHER, account.stamp("join")));
        JsonNode sent = body(publish(account.paid("A-1", "30.00")), EventTypes.CRM_LOYALTY_POINTS_TRANSFERRED_OUT);

        assertThat(sent.get("reason").stringValue()).isEqualTo("pooling");
        assertThat(sent.get("points").longValue()).isEqualTo(30);
        assertThat(sent.at("/counterparty/family").stringValue()).isEqualTo(OTHER_ID);
        assertThat(sent.at("/counterparty").has("customerId")).isFalse();
    }

    @Test
    void pointsThatArriveSayWhetherTheyAreAGiftOrPooled() {
        var account = newAccount().paid("A-1", "100.00");
        receive(account, "T-1", false);
        receive(account, "T-2", true);
        List<JsonNode> received = bodies(publish(account), EventTypes.CRM_LOYALTY_POINTS_TRANSFERRED_IN);

        assertThat(received).extracting(in -> in.get("reason").stringValue()).containsExactly("gift", "pooling");
        assertThat(received)
                .extracting(in -> in.get("transferId").stringValue())
                .containsExactly("T-1", "T-2");
        assertThat(received)
                .allSatisfy(in -> assertThat(in.at("/counterparty/customerId").stringValue())
                        .isEqualTo(OTHER_ID));
        assertThat(received.getLast().get("balance").longValue()).isEqualTo(110);
    }

    @Test
    void aReferrersBonusNamesTheFriendAndTheFriendsOrder() {
        var account = newAccount().under(rules().referral(RECOMMENDING)).paid("A-1", "100.00");
        account.take(new LoyaltyCommand.RewardReferrer(
                LedgerFixture.ACCOUNT, OTHER, LedgerFixture.order("B-1"), 1, account.stamp("reward")));
        JsonNode bonus = body(publish(account), EventTypes.CRM_LOYALTY_BONUS_GRANTED);

        assertThat(bonus.get("kind").stringValue()).isEqualTo("referral-referrer");
        assertThat(bonus.get("points").longValue()).isEqualTo(200);
        assertThat(bonus.get("balance").longValue()).isEqualTo(300);
        assertThat(bonus.get("ruleVersion").intValue()).isEqualTo(1);
        assertThat(bonus.get("orderId").stringValue()).isEqualTo("B-1");
        assertThat(bonus.at("/counterparty/customerId").stringValue()).isEqualTo(OTHER_ID);
    }

    @Test
    void aFriendsBonusNamesTheReferrerAndTheOwnOrder() {
        var account = newAccount().under(rules().referral(RECOMMENDING));
        account.paid(new OrderFacts(
                LedgerFixture.order("A-1"),
                Money.of("60.00", "CNY"),
                account.now(),
                List.of(),
                "app",
                Set.of(),
                OTHER,
                null));
        account.delivered("A-1").looked("2026-04-01T00:00:00Z");
        account.take(new LoyaltyCommand.ConfirmReferral(LedgerFixture.ACCOUNT, List.of(), account.stamp("confirm")));
        JsonNode bonus = body(publish(account), EventTypes.CRM_LOYALTY_BONUS_GRANTED);

        assertThat(bonus.get("kind").stringValue()).isEqualTo("referral-friend");
        assertThat(bonus.get("points").longValue()).isEqualTo(100);
        assertThat(bonus.get("orderId").stringValue()).isEqualTo("A-1");
        assertThat(bonus.at("/counterparty/customerId").stringValue()).isEqualTo(OTHER_ID);
    }

    private static void receive(LedgerFixture account, String transferId, boolean asFamily) {
        account.take(new LoyaltyCommand.ReceivePoints(
                LedgerFixture.ACCOUNT,
                transferId,
                OTHER,
                asFamily,
                "points",
                List.of(new Parcel(LOT, 5)),
                account.stamp(transferId)));
    }
}
