package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.Till.eventsOf;
import static io.guanxi.loyalty.account.domain.Till.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.loyalty.account.domain.CheckoutEntry.PointsSpent;
import io.guanxi.loyalty.account.domain.CheckoutRejection.HoldHasTimedOut;
import io.guanxi.loyalty.account.domain.CheckoutRejection.HoldIsReleased;
import io.guanxi.loyalty.account.domain.CheckoutRejection.HoldIsUnknown;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpendingHeldPointsTest {

    @Test
    void whatWasKeptAsideIsSpentAndTheBalanceStaysAsItWas() {
        var till = Till.newCustomer().paid("o1", 100);
        till.hold("h1", "o2", 70);

        till.spend("h1");

        PointsSpent spent = till.last(PointsSpent.class);
        assertThat(spent.points()).isEqualTo(70);
        assertThat(spent.balance()).isEqualTo(30);
        assertThat(spent.change()).isZero();
        assertThat(till.points()).extracting("available", "held", "used").containsExactly(30L, 0L, 70L);
    }

    @Test
    void aConfirmationThatComesTwiceSpendsOnce() {
        var till = Till.newCustomer().paid("o1", 100);
        till.hold("h1", "o2", 70);
        till.spend("h1");

        assertThat(eventsOf(till.later(Duration.ofDays(1)).spend("h1"))).isEmpty();
    }

    @Test
    void afterItsTimeAHoldIsRefusedWithWhatToDo() {
        var till = Till.newCustomer().paid("o1", 100);
        till.hold("h1", "o2", 70);
        var until = till.now().plus(Duration.ofMinutes(15));

        var refusal = refusalOf(till.later(Duration.ofMinutes(15)).spend("h1"));

        assertThat(refusal).isEqualTo(new HoldHasTimedOut("h1", until));
        assertThat(refusal.message()).contains("hold the points again");
        assertThat(eventsOf(till.hold("h2", "o2", 70))).isNotEmpty();
    }

    @Test
    void whatWasReleasedOrNeverKeptCannotBeSpent() {
        var till = Till.newCustomer().paid("o1", 100);
        till.hold("h1", "o2", 70);
        till.release("h1");

        assertThat(refusalOf(till.spend("h1"))).isEqualTo(new HoldIsReleased("h1"));
        assertThat(refusalOf(till.spend("h2"))).isEqualTo(new HoldIsUnknown("h2"));
    }

    @Test
    void pointsWhoseLastDayPassesWhileABasketKeepsThemCanStillBeSpent() {
        var till = Till.newCustomer().paid("o1", 100).on("2027-03-02T15:50:00Z");
        till.hold("h1", "o2", 100);

        till.later(Duration.ofMinutes(14)).spend("h1");

        assertThat(till.points().used()).isEqualTo(100);
    }
}
