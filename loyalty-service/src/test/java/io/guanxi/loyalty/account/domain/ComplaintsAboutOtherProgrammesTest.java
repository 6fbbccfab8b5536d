package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.LedgerFixture.ACCOUNT;
import static io.guanxi.loyalty.account.domain.LedgerFixture.newAccount;
import static io.guanxi.loyalty.account.domain.RulesFixture.rules;
import static io.guanxi.loyalty.account.domain.RulesFixture.term;
import static io.guanxi.loyalty.account.domain.TiersFixture.points;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kernel.Decision;
import io.guanxi.loyalty.account.domain.GiftEntry.PointsSent;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.SendPoints;
import io.guanxi.loyalty.account.domain.TierEvent.TierChanged;
import io.guanxi.loyalty.programme.domain.ExpiryRule;
import io.guanxi.loyalty.programme.domain.TransferRules;
import java.math.RoundingMode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What users of other loyalty engines complain about most, by name. */
class ComplaintsAboutOtherProgrammesTest {

    private static final String FRIEND = "acme/0b1cdd9f-8e00-5c5d-bcbf-dab46765d651";

    @Test
    void buyRefundKeepPoints() {
        assertThat(newAccount()
                        .paid("A-1", "199.99")
                        .returned("A-1", "R-1", "199.99")
                        .balance())
                .isZero();
    }

    @Test
    void buyCancelKeepPoints() {
        assertThat(newAccount().paid("A-1", "199.99").cancelled("A-1").balance())
                .isZero();
    }

    @Test
    void partialRefundRoundingTakesMoreThanWasEarned() {
        var account = newAccount().paid("A-1", "9.99");
        IntStream.rangeClosed(1, 9).forEach(i -> account.returned("A-1", "R-" + i, "1.11"));

        assertThat(account.balance()).isZero();
        assertThat(account.points().used()).isEqualTo(9);
    }

    @Test
    void partialRefundRoundingLeavesPointsBehind() {
        var rules = rules().rounding(RoundingMode.UP).earning(term("base", "0.5"));
        var account = newAccount().under(rules).paid("A-1", "3.00");
        assertThat(account.balance()).isEqualTo(2);
        IntStream.rangeClosed(1, 300).forEach(i -> account.returned("A-1", "R-" + i, "0.01"));

        assertThat(account.balance()).isZero();
    }

    @Test
    void aRefundBelowAPointIsForgottenEachTime() {
        var account = newAccount().paid("A-1", "100.00");
        IntStream.rangeClosed(1, 50).forEach(i -> account.returned("A-1", "R-" + i, "0.90"));

        assertThat(account.balance()).isEqualTo(100 - 45);
    }

    @Test
    void doubleCreditOnReplay() {
        var account = newAccount();
        for (int i = 0; i < 100; i++) {
            account.placed("A-1").paid("A-1", "50.00").returned("A-1", "R-1", "20.00");
        }

        assertThat(account.balance()).isEqualTo(30);
        assertThat(account.events()).hasSize(5);
    }

    @Test
    void doubleReversalWhenAReturnAndACancellationMeet() {
        var account = newAccount()
                .paid("A-1", "50.00")
                .paid("A-2", "50.00")
                .returned("A-1", "R-1", "50.00")
                .cancelled("A-1")
                .returned("A-1", "R-2", "50.00");

        assertThat(account.balance()).isEqualTo(50);
    }

    @Test
    void refundAfterTheRateWasChangedTakesTheNewRate() {
        var account = newAccount().paid("A-1", "50.00").paid("A-2", "500.00");
        account.under(2, rules().earning(term("base", "10")).build());

        assertThat(account.returned("A-1", "R-1", "50.00").balance()).isEqualTo(500);
    }

    @Test
    void cancelledBeforePaidButPaidLaterKeepsPoints() {
        assertThat(newAccount().cancelled("A-1").paid("A-1", "80.00").balance()).isZero();
    }

    @Test
    void buySpendRefundKeepTheGoodsAndThePoints() {
        var account = newAccount().paid("A-1", "100.00").spent("H-1", 100).returned("A-1", "R-1", "100.00");

        assertThat(account.points().debt()).isEqualTo(100);
        assertThat(account.paid("A-2", "100.00").balance()).isZero();
    }

    @Test
    void theSamePointsAreRedeemedForEver() {
        var account = newAccount().paid("A-1", "100.00");
        IntStream.range(0, 100).forEach(i -> account.spent("H-1", 60));
        IntStream.range(0, 100).forEach(i -> account.spent("H-" + i, 60));

        assertThat(account.balance()).isEqualTo(40);
    }

    /** What remains of it where many act at once: of decisions on one state only one is ever kept. */
    @Test
    void concurrentGiftRaceGivesMoreThanThereIs() {
        var account = newAccount()
                .under(rules().transfers(new TransferRules(1, 1_000)))
                .paid("A-1", "100.00");
        LoyaltyAccount seenByAll = account.account();
        var all = IntStream.range(0, 20)
                .mapToObj(i -> new SendPoints(ACCOUNT, "T-" + i, FRIEND, "points", 100, account.stamp("gift-" + i)))
                .toList();
        assertThat(all)
                .allMatch(gift -> LoyaltyDecider.decide(seenByAll, gift, account.book())
                        instanceof Decision.Accepted<LoyaltyEvent, LoyaltyRejection>);

        all.forEach(account::take);
        all.forEach(account::take);
        assertThat(account.events(PointsSent.class)).hasSize(1);
        assertThat(account.balance()).isZero();
    }

    @Test
    void expiryNewestFirst() {
        var account = newAccount().under(rules().in("UTC").expiring(ExpiryRule.rolling(2)));
        account.at("2026-01-10T00:00:00Z").paid("A-1", "100.00");
        account.at("2026-02-10T00:00:00Z").paid("A-2", "100.00").spent("H-1", 60);

        assertThat(account.looked("2026-03-11T00:00:00Z").balance())
                .as("40 of the oldest are gone")
                .isEqualTo(100);
        assertThat(account.looked("2026-04-11T00:00:00Z").balance()).isZero();
    }

    @Test
    void oneLastDayForAllPointsWhateverTheyWereEarnedFor() {
        var account = newAccount().under(rules().in("UTC").expiring(ExpiryRule.rolling(2)));
        account.at("2026-01-10T00:00:00Z").paid("A-1", "100.00");
        account.at("2026-03-05T00:00:00Z").paid("A-2", "1.00");

        assertThat(account.looked("2026-03-11T00:00:00Z").balance())
                .as("a small order neither saves nor ends the others")
                .isEqualTo(1);
    }

    @Test
    void tierOnBalanceInsteadOfEarned() {
        var account = newAccount().under(rules().tiers(points("gold", "100")));
        account.paid("A-1", "60.00").spent("H-1", 60).paid("A-2", "50.00");

        assertThat(account.balance()).isEqualTo(50);
        assertThat(account.tier()).isEqualTo("gold");
    }

    @Test
    void downgradeNeverApplied() {
        var account = newAccount().under(rules().in("UTC").tiers(points("gold", "100")));
        account.at("2026-03-01T00:00:00Z").paid("A-1", "100.00");

        assertThat(account.looked("2036-01-01T00:00:00Z").tier()).isEqualTo("basic");
        assertThat(account.last(TierChanged.class).at()).isEqualTo("2028-01-01T00:00:00Z");
    }

    @Test
    void upgradeKeptByAnOrderThatWasReturned() {
        var account = newAccount().under(rules().tiers(points("gold", "100")));

        assertThat(account.paid("A-1", "100.00")
                        .returned("A-1", "R-1", "100.00")
                        .tier())
                .isEqualTo("basic");
    }

    @Test
    void pointsUsableBeforeTheGoodsCanNoLongerBeReturned() {
        var account = newAccount().under(rules().pendingUntilDelivered(14, null));

        account.paid("A-1", "100.00").spent("H-1", 100);
        assertThat(account.points().held() + account.points().used()).isZero();
    }

    @Test
    void aHoldThatIsNeverConfirmedKeepsThePointsForEver() {
        var account = newAccount().paid("A-1", "100.00").held("H-1", 100);

        assertThat(account.looked("2026-03-02T00:00:00Z").balance()).isEqualTo(100);
    }
}
