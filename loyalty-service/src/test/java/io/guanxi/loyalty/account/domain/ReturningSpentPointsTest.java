package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.Till.eventsOf;
import static io.guanxi.loyalty.account.domain.Till.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.loyalty.account.domain.CheckoutEntry.PointsReturned;
import io.guanxi.loyalty.account.domain.CheckoutRejection.HoldIsNotSpent;
import io.guanxi.loyalty.account.domain.CheckoutRejection.HoldIsUnknown;
import io.guanxi.loyalty.account.domain.CheckoutRejection.MoreThanWasSpent;
import io.guanxi.loyalty.account.domain.TimeEntry.DebtRepaid;
import io.guanxi.loyalty.account.domain.TimeEntry.PointsExpired;
import io.guanxi.loyalty.account.domain.lots.Lot;
import io.guanxi.loyalty.account.domain.lots.LotStanding;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReturningSpentPointsTest {

    @Test
    void pointsComeBackWithTheLastDayThatTheyHad() {
        var till = spent(100, 100);

        till.giveBack("h1", "r1", 40L);

        assertThat(till.points()).extracting("available", "used").containsExactly(40L, 100L);
        assertThat(till.last(PointsReturned.class).lot()).isNull();
        till.on("2027-03-02T16:00:00Z").swept();
        assertThat(till.points().available()).isZero();
    }

    @Test
    void aPartComesBackToThePointsThatEndLast() {
        var till = Till.newCustomer().paid("o1", 50).on("2026-06-01T00:00:00Z").paid("o2", 50);
        till.hold("h1", "o3", 80);
        till.spend("h1");

        till.giveBack("h1", "r1", 20L);
        till.giveBack("h1", "r2", 20L);

        assertThat(left(till, "o1")).isEqualTo(10);
        assertThat(left(till, "o2")).isEqualTo(50);
    }

    @Test
    void noMoreComesBackThanWasSpent() {
        var till = spent(100, 70);

        assertThat(refusalOf(till.giveBack("h1", "r1", 71L))).isEqualTo(new MoreThanWasSpent("h1", 70, 71));
        till.giveBack("h1", "r1", 60L);
        assertThat(refusalOf(till.giveBack("h1", "r2", 11L))).isEqualTo(new MoreThanWasSpent("h1", 10, 11));
        till.giveBack("h1", "r3", null);

        assertThat(till.points().available()).isEqualTo(100);
        assertThat(eventsOf(till.giveBack("h1", "r4", null))).isEmpty();
    }

    @Test
    void aReturnThatIsReportedTwiceCountsOnce() {
        var till = spent(100, 70);

        till.giveBack("h1", "r1", 30L);

        assertThat(eventsOf(till.giveBack("h1", "r1", 30L))).isEmpty();
        assertThat(till.points().available()).isEqualTo(60);
    }

    @Test
    void aCancelledOrderGivesBackAllThatIsLeftOnce() {
        var till = spent(100, 70);
        till.giveBack("h1", "r1", 30L);

        till.cancelled("o2");

        assertThat(till.last(PointsReturned.class).points()).isEqualTo(40);
        assertThat(till.points().available()).isEqualTo(100);
        assertThat(eventsOf(till.giveBack("h1", "r2", null))).isEmpty();
        int before = till.events().size();
        assertThat(till.cancelled("o2").events()).hasSize(before);
    }

    @Test
    void aReturnIsNotTakenForTheCancellationWhateverItsName() {
        var till = spent(100, 70);
        till.giveBack("h1", "cancellation", 30L);
        String first = till.last(PointsReturned.class).entryId();

        till.cancelled("o2");

        assertThat(till.last(PointsReturned.class).entryId()).isNotEqualTo(first);
        assertThat(till.points().available()).isEqualTo(100);
    }

    @Test
    void pointsWhoseLastDayIsOverComeBackForThirtyDays() {
        var till = spent(100, 70).on("2027-06-10T20:00:00Z");

        till.giveBack("h1", "r1", 70L);

        PointsReturned returned = till.last(PointsReturned.class);
        Lot lot = Objects.requireNonNull(returned.lot());
        assertThat(lot.expires()).as("the end of 11 July in Shanghai").isEqualTo("2027-07-11T16:00:00Z");
        assertThat(till.points().available()).isEqualTo(70);
        till.on("2027-07-11T15:59:59Z").swept();
        assertThat(till.points().available()).isEqualTo(70);
        till.on("2027-07-11T16:00:00Z").swept();
        assertThat(till.last(PointsExpired.class).points()).isEqualTo(70);
        assertThat(till.points().available()).isZero();
    }

    @Test
    void pointsThatComeBackPayWhatIsOwedFirst() {
        var till = spent(100, 100).goodsReturned("o1", "r1", 100);
        assertThat(till.points().debt()).isEqualTo(100);

        till.cancelled("o2");

        assertThat(till.last(DebtRepaid.class).points()).isEqualTo(100);
        assertThat(till.points()).extracting("available", "debt").containsExactly(0L, 0L);
    }

    @Test
    void onlyWhatIsSpentComesBack() {
        var till = Till.newCustomer().paid("o1", 100);
        till.hold("h1", "o2", 70);

        assertThat(refusalOf(till.giveBack("h1", "r1", 10L))).isEqualTo(new HoldIsNotSpent("h1"));
        assertThat(refusalOf(till.giveBack("h2", "r1", 10L))).isEqualTo(new HoldIsUnknown("h2"));
    }

    private static Till spent(long earned, long points) {
        var till = Till.newCustomer().paid("o1", earned);
        till.hold("h1", "o2", points);
        till.spend("h1");
        return till;
    }

    private static long left(Till till, String order) {
        String lot =
                till.account().order(Till.order(order)).earned().get("points").entryId();
        LotStanding standing = Objects.requireNonNull(till.account().lots().find(lot));
        return standing.available();
    }
}
