package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.Till.eventsOf;
import static io.guanxi.loyalty.account.domain.Till.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.kernel.Decision;
import io.guanxi.loyalty.account.domain.CheckoutEntry.HoldReleased;
import io.guanxi.loyalty.account.domain.CheckoutEntry.PointsHeld;
import io.guanxi.loyalty.account.domain.CheckoutRejection.HoldDiffers;
import io.guanxi.loyalty.account.domain.CheckoutRejection.HoldIsSpent;
import io.guanxi.loyalty.account.domain.CheckoutRejection.HoldIsUnknown;
import io.guanxi.loyalty.account.domain.CheckoutRejection.InsufficientPoints;
import io.guanxi.loyalty.account.domain.CheckoutRejection.OrderIsCancelled;
import io.guanxi.loyalty.account.domain.CheckoutRejection.PurseBuysNothing;
import io.guanxi.loyalty.account.domain.TimeEntry.DebtRepaid;
import io.guanxi.loyalty.account.domain.TimeEntry.PointsExpired;
import io.guanxi.loyalty.account.domain.lots.Move;
import io.guanxi.loyalty.programme.domain.ExpiryRule;
import io.guanxi.loyalty.programme.domain.MaturityRule;
import io.guanxi.loyalty.programme.domain.ReversalRules.Shortfall;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HoldingPointsTest {

    @Test
    void pointsKeptAsideCannotBeUsedByAnotherBasket() {
        var till = Till.newCustomer().paid("o1", 100);

        till.hold("h1", "o2", 70);

        assertThat(till.points().available()).isEqualTo(30);
        assertThat(till.points().held()).isEqualTo(70);
        assertThat(refusalOf(till.hold("h2", "o3", 31))).isEqualTo(new InsufficientPoints(31, 30, 0, 0, null));
        assertThat(eventsOf(till.hold("h3", "o3", 30))).isNotEmpty();
    }

    @Test
    void pointsThatEndFirstAreUsedFirst() {
        var till = Till.newCustomer()
                .paid("young", 100)
                .on("2026-01-01T00:00:00Z")
                .paid("old", 50)
                .on("2026-06-01T00:00:00Z");

        till.hold("h1", "o2", 70);

        assertThat(till.last(PointsHeld.class).moves()).extracting(Move::points).containsExactly(50L, 20L);
    }

    @Test
    void theProgrammeSaysForHowLongPointsAreKeptAtMost() {
        var till = Till.newCustomer().paid("o1", 100);

        till.hold("h1", "o2", 70);

        PointsHeld held = till.last(PointsHeld.class);
        assertThat(held.until()).isEqualTo(till.now().plus(Duration.ofMinutes(15)));
        assertThat(held.findings()).contains(new Finding("points-are-kept-aside-for-a-limited-time", true));
    }

    @Test
    void whenItsTimeIsOverAHoldEndsThoughNobodyAsks() {
        var till = Till.newCustomer().paid("o1", 100);
        till.hold("h1", "o2", 70);
        Instant end = till.now().plus(Duration.ofMinutes(15));

        till.later(Duration.ofMinutes(15).minusNanos(1)).swept();
        assertThat(till.points().held()).isEqualTo(70);
        till.later(Duration.ofHours(5)).swept();

        HoldReleased released = till.last(HoldReleased.class);
        assertThat(released.timedOut()).isTrue();
        assertThat(released.at()).isEqualTo(end);
        assertThat(till.points().available()).isEqualTo(100);
        assertThat(till.account().due()).isEqualTo("2027-03-02T16:00:00Z");
    }

    @Test
    void theSameHoldAskedTwiceIsOneHold() {
        var till = Till.newCustomer().paid("o1", 100);
        till.hold("h1", "o2", 70);

        assertThat(eventsOf(till.later(Duration.ofMinutes(1)).hold("h1", "o2", 70)))
                .isEmpty();
        assertThat(refusalOf(till.hold("h1", "o2", 71))).isEqualTo(new HoldDiffers("h1"));
        assertThat(refusalOf(till.hold("h1", "o3", 70))).isEqualTo(new HoldDiffers("h1"));
        assertThat(refusalOf(till.holdFor("mug", "h1"))).isEqualTo(new HoldDiffers("h1"));
        assertThat(till.points().held()).isEqualTo(70);
    }

    @Test
    void aRefusalSaysWhatIsPendingAndWhenItCanBeSpent() {
        var till = Till.with(Till.rules(
                        ExpiryRule.NEVER, new MaturityRule(MaturityRule.Start.PAID, 14, null), Shortfall.DEBT))
                .paid("o1", 100);

        var refusal = refusalOf(till.hold("h1", "o2", 10));

        assertThat(refusal).isEqualTo(new InsufficientPoints(10, 0, 0, 100, Instant.parse("2026-03-16T01:00:00Z")));
        assertThat(refusal.message())
                .isEqualTo("10 points are asked and 0 can be spent; 100 more are pending, the next of them until"
                        + " 2026-03-16T01:00:00Z.");
    }

    @Test
    void whatAnAccountOwesBuysNothing() {
        var till = Till.newCustomer().paid("o1", 100);
        till.hold("h1", "o2", 80);
        till.goodsReturned("o1", "r1", 100);

        assertThat(till.points().debt()).isEqualTo(80);
        assertThat(refusalOf(till.hold("h2", "o3", 1))).isEqualTo(new InsufficientPoints(1, 0, 80, 0, null));
        till.release("h1");

        assertThat(till.last(DebtRepaid.class).points()).isEqualTo(80);
        assertThat(till.points()).extracting("available", "held", "debt").containsExactly(0L, 0L, 0L);
    }

    @Test
    void pointsWhoseLastDayPassesWhileABasketKeepsThemEndWhenItLetsThemGo() {
        var till = Till.newCustomer().paid("o1", 100).on("2027-03-02T15:50:00Z");
        till.hold("h1", "o2", 60);
        till.later(Duration.ofMinutes(11)).swept();
        assertThat(till.last(PointsExpired.class).points()).isEqualTo(40);

        till.release("h1");

        assertThat(till.last(PointsExpired.class).points()).isEqualTo(60);
        assertThat(till.points()).extracting("available", "held").containsExactly(0L, 0L);
    }

    @Test
    void onlySpendablePointsCanBeKeptAside() {
        var till = Till.newCustomer().paid("o1", 100);

        assertThat(refusalOf(till.hold("h1", "status", "o2", 10))).isEqualTo(new PurseBuysNothing("status"));
        assertThat(refusalOf(till.hold("h1", "stars", "o2", 10))).isEqualTo(new PurseBuysNothing("stars"));
    }

    @Test
    void aCancelledOrderKeepsNothingAside() {
        var till = Till.newCustomer().paid("o1", 100);
        till.hold("h1", "o2", 70);

        till.cancelled("o2");

        assertThat(till.points().available()).isEqualTo(100);
        assertThat(till.last(HoldReleased.class).findings())
                .containsExactly(new Finding("a-cancelled-order-costs-nothing", true));
        assertThat(refusalOf(till.hold("h2", "o2", 70))).isEqualTo(new OrderIsCancelled(Till.order("o2")));
    }

    @Test
    void whatWasSpentCannotBeReleased() {
        var till = Till.newCustomer().paid("o1", 100);
        till.hold("h1", "o2", 70);
        till.spend("h1");

        assertThat(refusalOf(till.release("h1"))).isEqualTo(new HoldIsSpent("h1"));
        assertThat(refusalOf(till.release("h2"))).isEqualTo(new HoldIsUnknown("h2"));
    }

    @Test
    void aHoldReleasedTwiceIsReleasedOnce() {
        var till = Till.newCustomer().paid("o1", 100);
        till.hold("h1", "o2", 70);

        till.release("h1");

        assertThat(eventsOf(till.release("h1"))).isEmpty();
        assertThat(till.points().available()).isEqualTo(100);
    }

    @Test
    void nobodyKeepsNothingAsideOrLess() {
        var till = Till.newCustomer().paid("o1", 100);

        assertThatThrownBy(() -> till.hold("h1", "o2", 0)).hasMessage("points: 0 (expected: 1 or more)");
        assertThatThrownBy(() -> till.hold("h1", "o2", -5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> till.giveBack("h1", "r1", -5L)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBalanceIsKeptAsideExactlyAsOftenAsItAffords() {
        var till = Till.newCustomer().paid("o1", 617);
        int kept = 0;
        for (int i = 0; i < 1_000; i++) {
            kept += till.hold("h" + i, "basket-" + i, 7) instanceof Decision.Accepted ? 1 : 0;
        }

        assertThat(kept).isEqualTo(88);
        assertThat(till.points()).extracting("available", "held").containsExactly(1L, 616L);
    }
}
