package io.guanxi.loyalty.account.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.loyalty.account.domain.GiftEntry.PointsAdjusted;
import io.guanxi.loyalty.account.domain.GivingRejection.BalanceHasNoRoom;
import io.guanxi.loyalty.account.domain.GivingRejection.PurseIsUnknown;
import io.guanxi.loyalty.account.domain.GivingRejection.TakingMoreThanThereIs;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.AdjustPoints;
import io.guanxi.loyalty.programme.domain.ExpiryRule;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A person puts an account right. */
class AdjustingPointsTest {

    private final Till till = Till.with(RulesFixture.rules()
            .expiring(ExpiryRule.rolling(12))
            .statusPurse("status")
            .build());

    @Test
    void addedPointsAreALotWithTheRulesLastDayAndNameReasonAndPerson() {
        till.paid("O-1", 10);
        till.take(adjust("A-1", "points", 25));

        PointsAdjusted line = till.last(PointsAdjusted.class);
        assertThat(line.points()).isEqualTo(25);
        assertThat(line.balance()).isEqualTo(35);
        assertThat(line.reason()).isEqualTo("lost-card");
        assertThat(line.person()).isEqualTo("manager-7");
        assertThat(line.lot()).isNotNull();
        assertThat(line.lot().expires()).isEqualTo(Instant.parse("2027-03-02T16:00:00Z"));
        assertThat(till.points().available()).isEqualTo(35);
    }

    @Test
    void takenPointsAreThoseThatEndFirst() {
        till.paid("O-1", 10).later(Duration.ofDays(1)).paid("O-2", 10);
        till.take(adjust("A-1", "points", -15));

        assertThat(till.points().available()).isEqualTo(5);
        assertThat(till.last(PointsAdjusted.class).moves())
                .extracting(move -> move.points())
                .containsExactly(10L, 5L);
    }

    @Test
    void theSameAdjustmentHappensOnce() {
        till.paid("O-1", 10);
        till.take(adjust("A-1", "points", 5));

        assertThat(Till.eventsOf(till.take(adjust("A-1", "points", 5)))).isEmpty();
        assertThat(till.points().available()).isEqualTo(15);
    }

    @Test
    void nothingIsTakenThatIsNotThere() {
        till.paid("O-1", 10);

        assertThat(Till.refusalOf(till.take(adjust("A-1", "points", -11))))
                .isEqualTo(new TakingMoreThanThereIs(10, 11));
        assertThat(till.points().available()).isEqualTo(10);
    }

    @Test
    void aPurseThatTheProgrammeDoesNotHaveIsUnknown() {
        till.paid("O-1", 10);

        assertThat(Till.refusalOf(till.take(adjust("A-1", "miles", 5)))).isEqualTo(new PurseIsUnknown("miles"));
    }

    @Test
    void pointsThatBuyNothingCanBeAdjustedToo() {
        till.paid("O-1", 10);
        till.take(adjust("A-1", "status", 5));

        assertThat(till.account().purse("status").available()).isEqualTo(5);
    }

    @Test
    void addedPointsPayADebtFirst() {
        till.paid("O-1", 10);
        till.hold("H-1", "O-2", 10);
        till.spend("H-1");
        till.goodsReturned("O-1", "R-1", 10);
        till.take(adjust("A-1", "points", 25));

        assertThat(till.points().debt()).isZero();
        assertThat(till.points().available()).isEqualTo(15);
    }

    @Test
    void nobodyHasMoreThanCanBeCounted() {
        till.paid("O-1", 10);

        assertThat(Till.refusalOf(till.take(adjust("A-1", "points", LoyaltyAccount.LARGEST_BALANCE))))
                .isEqualTo(new BalanceHasNoRoom(LoyaltyAccount.LARGEST_BALANCE));
    }

    @Test
    void anAccountThatIsNotOpenCannotBeAdjusted() {
        assertThat(Till.refusalOf(till.take(adjust("A-1", "points", 5))))
                .isEqualTo(new LoyaltyRejection.AccountIsNotOpen());
    }

    private AdjustPoints adjust(String id, String purse, long points) {
        return new AdjustPoints(
                Till.ACCOUNT, id, purse, points, "lost-card", "manager-7", new Stamp(id, till.now(), till.now()));
    }
}
