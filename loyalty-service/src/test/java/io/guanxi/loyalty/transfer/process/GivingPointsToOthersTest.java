package io.guanxi.loyalty.transfer.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.loyalty.account.domain.CheckoutRejection.InsufficientPoints;
import io.guanxi.loyalty.account.domain.Customers;
import io.guanxi.loyalty.account.domain.GiftEntry.PointsReceived;
import io.guanxi.loyalty.account.domain.GiftEntry.PointsSent;
import io.guanxi.loyalty.account.domain.GiftEntry.TransferDeclined;
import io.guanxi.loyalty.account.domain.GiftEntry.TransferTakenBack;
import io.guanxi.loyalty.account.domain.GivingRejection.InAnotherFamily;
import io.guanxi.loyalty.account.domain.GivingRejection.MonthlyTransfersReached;
import io.guanxi.loyalty.account.domain.GivingRejection.TransferIsTooSmall;
import io.guanxi.loyalty.account.domain.GivingRejection.TransferIsUnknown;
import io.guanxi.loyalty.account.domain.GivingRejection.TransferToOneself;
import io.guanxi.loyalty.account.domain.GivingRejection.TransfersAreNotOffered;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.AdjustPoints;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.JoinFamily;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.TakeBackTransfer;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.RulesFixture;
import io.guanxi.loyalty.account.domain.Stamp;
import io.guanxi.loyalty.account.domain.lots.Lot;
import io.guanxi.loyalty.programme.domain.ExpiryRule;
import io.guanxi.loyalty.programme.domain.TransferRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Points go from one account to another, and to a family. */
class GivingPointsToOthersTest {

    private static final String ANN = "acme/00000000-0000-0000-0000-00000000000a";
    private static final String BEN = "acme/00000000-0000-0000-0000-00000000000b";
    private static final String FAMILY = "acme/00000000-0000-0000-0000-00000000000f";
    private static final String OTHER_FAMILY = "acme/00000000-0000-0000-0000-00000000000e";

    private final Customers customers = new Customers(RulesFixture.rules()
            .expiring(ExpiryRule.rolling(12))
            .transfers(new TransferRules(10, 100))
            .book());

    @Test
    void pointsArriveWithTheLastDayThatTheyHad() {
        customers.paid(ANN, "A-1", 50).paid(BEN, "B-1", 1);
        assertThat(customers.send(ANN, BEN, "T-1", 30)).isEmpty();
        assertThat(customers.available(ANN)).isEqualTo(20);
        customers.later(Duration.ofDays(3));
        Handover.all(customers);

        assertThat(customers.available(BEN)).isEqualTo(31);
        PointsReceived received = last(PointsReceived.class);
        assertThat(received.lots()).extracting(Lot::expires).containsExactly(Instant.parse("2027-01-30T16:00:00Z"));
        assertThat(received.lots().getFirst().id())
                .isNotEqualTo(last(PointsSent.class).parcels().getFirst().lot().id());
    }

    @Test
    void pointsWhoseTimeEndsOnTheWayEndWhenTheyArrive() {
        customers.paid(ANN, "A-1", 50).paid(BEN, "B-1", 1).later(Duration.ofDays(360));
        customers.send(ANN, BEN, "T-1", 50);
        customers.later(Duration.ofDays(30)).paid(BEN, "B-2", 5);
        Handover.all(customers);

        assertThat(customers.available(BEN)).isEqualTo(5);
        assertThat(customers.account(BEN).purse("points").given()).isEqualTo(56);
    }

    @Test
    void theSameTransferIsSentOnceAndReceivedOnce() {
        customers.paid(ANN, "A-1", 50).paid(BEN, "B-1", 1);
        customers.send(ANN, BEN, "T-1", 30);
        customers.send(ANN, BEN, "T-1", 30);
        Handover.all(customers);
        Handover.all(customers);

        assertThat(customers.available(ANN)).isEqualTo(20);
        assertThat(customers.available(BEN)).isEqualTo(31);
    }

    @Test
    void limitsAreThoseOfTheRules() {
        customers.paid(ANN, "A-1", 500);

        assertThat(customers.send(ANN, ANN, "T-1", 10)).contains(new TransferToOneself());
        assertThat(customers.send(ANN, BEN, "T-1", 9)).contains(new TransferIsTooSmall(9, 10));
        assertThat(customers.send(ANN, BEN, "T-1", 60)).isEmpty();
        assertThat(customers.send(ANN, BEN, "T-2", 41)).contains(new MonthlyTransfersReached(100, 60, 41));
        customers.later(Duration.ofHours(38));
        assertThat(customers.send(ANN, BEN, "T-2", 41))
                .as("the last hour of January in the programme's zone")
                .isPresent();
        customers.later(Duration.ofHours(1));
        assertThat(customers.send(ANN, BEN, "T-2", 100)).as("February").isEmpty();
    }

    @Test
    void nobodyGivesMoreThanCanBeSpent() {
        customers.paid(ANN, "A-1", 50);

        assertThat(customers.send(ANN, BEN, "T-1", 51)).contains(new InsufficientPoints(51, 50, 0, 0, null));
    }

    @Test
    void aProgrammeCanOfferNoTransfers() {
        var without = new Customers(RulesFixture.rules().book()).paid(ANN, "A-1", 50);

        assertThat(without.send(ANN, BEN, "T-1", 20)).contains(new TransfersAreNotOffered());
    }

    @Test
    void whatAnUnknownCustomerDeclinesIsBackInTheLotThatItCameFromAndCountsForNoLimit() {
        customers.paid(ANN, "A-1", 100);
        customers.send(ANN, BEN, "T-1", 100);
        Lot lot = last(PointsSent.class).parcels().getFirst().lot();
        assertThat(customers.account(ANN).lots().empty()).containsKey(lot.id());
        Handover.all(customers);
        Handover.all(customers);

        assertThat(customers.available(ANN)).isEqualTo(100);
        assertThat(customers.account(ANN).lots().open().get(lot.id()).available())
                .isEqualTo(100);
        assertThat(all(TransferTakenBack.class)).hasSize(1);
        assertThat(customers.send(ANN, BEN, "T-2", 100)).isEmpty();
    }

    @Test
    void whatWasDeclinedOnceIsNeverReceived() {
        customers.paid(ANN, "A-1", 100);
        customers.send(ANN, BEN, "T-1", 100);
        Handover.all(customers);
        customers.paid(BEN, "B-1", 1);
        Handover.all(customers);

        assertThat(customers.available(BEN)).isEqualTo(1);
        assertThat(customers.available(ANN)).isEqualTo(100);
    }

    @Test
    void anAccountThatIsFullDeclines() {
        customers.paid(ANN, "A-1", 100).paid(BEN, "B-1", 1);
        customers.take(new AdjustPoints(
                BEN, "full", "points", LoyaltyAccount.LARGEST_BALANCE - 1, "test", "tester", customers.stamp()));
        customers.send(ANN, BEN, "T-1", 20);
        Handover.all(customers);

        assertThat(customers.available(BEN)).isEqualTo(LoyaltyAccount.LARGEST_BALANCE);
        assertThat(customers.available(ANN)).isEqualTo(100);
        assertThat(last(TransferDeclined.class).findings())
                .last()
                .satisfies(finding ->
                        assertThat(finding.policy()).isEqualTo("an-account-receives-no-more-than-can-be-counted"));
    }

    @Test
    void nothingIsTakenBackThatWasNotSent() {
        customers.paid(ANN, "A-1", 100);

        assertThat(customers.take(new TakeBackTransfer(ANN, "T-9", BEN, "points", List.of(), customers.stamp())))
                .contains(new TransferIsUnknown("T-9"));
    }

    @Test
    void aMembersNewPointsGoToTheFamilyWhoseAccountTheyOpen() {
        customers.paid(ANN, "A-1", 50).join(ANN, FAMILY).paid(ANN, "A-2", 70);
        Handover.all(customers);

        assertThat(customers.available(ANN)).as("what was there before stays").isEqualTo(50);
        assertThat(customers.available(FAMILY)).isEqualTo(70);
        assertThat(customers.send(ANN, FAMILY, "T-1", 5)).as("below the least").isEmpty();
        customers.leave(ANN, FAMILY).paid(ANN, "A-3", 20);
        Handover.all(customers);
        assertThat(customers.available(ANN)).isEqualTo(65);
        assertThat(customers.available(FAMILY)).isEqualTo(75);
    }

    @Test
    void whatMaturesWhileACustomerIsAMemberGoesToTheFamilyAlsoIfItIsNoticedLater() {
        var waiting = new Customers(RulesFixture.rules().pendingAfterPayment(7).book())
                .paid(ANN, "A-1", 50)
                .join(ANN, FAMILY)
                .later(Duration.ofDays(8))
                .leave(ANN, FAMILY)
                .paid(ANN, "A-2", 30)
                .later(Duration.ofDays(8))
                .swept();
        Handover.all(waiting);

        assertThat(waiting.available(FAMILY)).isEqualTo(50);
        assertThat(waiting.available(ANN)).isEqualTo(30);
    }

    @Test
    void anOrderWhosePointsTheFamilyHasIsOwedByTheMemberWhenItIsReturned() {
        customers.paid(ANN, "A-1", 1).join(ANN, FAMILY).paid(ANN, "A-2", 70);
        Handover.all(customers);
        customers.goodsReturned(ANN, "A-2", "R-1", 70);
        assertThat(customers.account(ANN).purse("points").debt()).isEqualTo(70);

        customers.paid(ANN, "A-3", 100);

        Handover.all(customers);
        assertThat(customers.account(ANN).purse("points").debt()).isZero();
        assertThat(customers.available(FAMILY)).isEqualTo(70 + 30);
    }

    @Test
    void aCustomerIsInOneFamilyAtMostAndAReportedJoiningIsNotRepeatedAfterALeaving() {
        customers.paid(ANN, "A-1", 1);
        var joining = new JoinFamily(ANN, FAMILY, new Stamp("joined-1", customers.now(), customers.now()));
        customers.take(joining);
        assertThat(customers.take(new JoinFamily(ANN, OTHER_FAMILY, customers.stamp())))
                .contains(new InAnotherFamily());
        customers.leave(ANN, OTHER_FAMILY);
        assertThat(customers.account(ANN).profile().family()).isEqualTo(FAMILY);
        customers.leave(ANN, FAMILY);
        customers.take(joining);

        assertThat(customers.account(ANN).profile().family()).isNull();
    }

    private <E extends LoyaltyEvent> E last(Class<E> type) {
        return all(type).getLast();
    }

    private <E extends LoyaltyEvent> List<E> all(Class<E> type) {
        return customers.log().stream()
                .map(Customers.Recorded::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
