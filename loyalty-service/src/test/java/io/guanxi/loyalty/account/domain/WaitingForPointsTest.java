package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.LedgerFixture.newAccount;
import static io.guanxi.loyalty.account.domain.RulesFixture.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.loyalty.account.domain.OrderEntry.NothingEarned;
import io.guanxi.loyalty.account.domain.TimeEntry.PointsMatured;
import io.guanxi.loyalty.programme.domain.ExpiryRule;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WaitingForPointsTest {

    private final LedgerFixture account = newAccount().under(rules().pendingUntilDelivered(14, null));

    @Test
    void pointsArePendingUntilTheTimeForReturnsAfterTheDeliveryIsOver() {
        account.at("2026-03-01T10:00:00Z").paid("A-1", "100.00");
        assertPoints(100, 0);

        account.at("2026-03-05T08:00:00Z").delivered("A-1");
        account.looked("2026-03-19T07:59:59Z");
        assertPoints(100, 0);
        account.looked("2026-03-19T08:00:00Z");
        assertPoints(0, 100);
        assertThat(account.last(PointsMatured.class).at()).isEqualTo("2026-03-19T08:00:00Z");
    }

    @Test
    void nothingIsDueWhileNoDeliveryIsKnown() {
        account.paid("A-1", "100.00");

        assertThat(account.account().due()).isNull();
        account.looked("2036-03-01T00:00:00Z");
        assertPoints(100, 0);
    }

    @Test
    void pointsBecomeAvailableAtTheLatestAlthoughNoDeliveryIsReported() {
        account.under(rules().pendingUntilDelivered(14, 60))
                .at("2026-03-01T10:00:00Z")
                .paid("A-1", "100.00");

        assertThat(account.account().due()).isEqualTo("2026-04-30T10:00:00Z");
        account.looked("2026-04-30T10:00:00Z");
        assertPoints(0, 100);
    }

    @Test
    void aDeliveryAfterTheLatestDayChangesNothing() {
        account.under(rules().pendingUntilDelivered(14, 60))
                .at("2026-03-01T10:00:00Z")
                .paid("A-1", "100.00");
        account.at("2026-04-29T00:00:00Z").delivered("A-1").looked("2026-04-30T10:00:00Z");
        assertPoints(0, 100);
        account.at("2026-05-20T00:00:00Z").delivered("A-1");
        assertPoints(0, 100);
        assertThat(account.events(PointsMatured.class)).hasSize(1);
    }

    @Test
    void theFirstDeliveryCounts() {
        account.at("2026-03-01T10:00:00Z").paid("A-1", "100.00");
        account.at("2026-03-02T00:00:00Z").delivered("A-1");
        account.at("2026-03-10T00:00:00Z").delivered("A-1");

        assertThat(account.account().due()).isEqualTo("2026-03-16T00:00:00Z");
    }

    @Test
    void aDeliveryThatIsHeardOfBeforeThePaymentCountsAllTheSame() {
        account.at("2026-03-01T10:00:00Z").delivered("A-1");
        account.at("2026-03-20T10:00:00Z").paidBefore("A-1", "100.00", "2026-02-28T10:00:00Z");

        assertPoints(0, 100);
    }

    @Test
    void aDeliveryThatIsHeardOfLongAfterItMakesPointsAvailableNow() {
        account.at("2026-03-01T10:00:00Z").paid("A-1", "100.00");
        account.at("2026-06-01T00:00:00Z")
                .take(new LoyaltyCommand.NoteDelivery(
                        LedgerFixture.ACCOUNT,
                        LedgerFixture.order("A-1"),
                        Instant.parse("2026-03-03T00:00:00Z"),
                        account.stamp("delivered-A-1")));

        assertPoints(0, 100);
        assertThat(account.last(PointsMatured.class).at()).isEqualTo("2026-06-01T00:00:00Z");
    }

    @Test
    void aReturnTakesPendingPoints() {
        account.paid("A-1", "100.00").returned("A-1", "R-1", "30.00");
        assertPoints(70, 0);
        account.delivered("A-1").looked("2026-04-01T00:00:00Z");
        assertPoints(0, 70);
    }

    @Test
    void aCancelledOrderLeavesNothingToWaitFor() {
        account.under(rules().pendingUntilDelivered(14, 60))
                .paid("A-1", "100.00")
                .cancelled("A-1");

        assertPoints(0, 0);
        assertThat(account.account().due()).isNull();
        account.delivered("A-1").looked("2027-01-01T00:00:00Z");
        assertThat(account.events(PointsMatured.class)).isEmpty();
    }

    @Test
    void anOrderCancelledBeforeItsPaymentNeverWaits() {
        account.cancelled("A-1").paid("A-1", "100.00").delivered("A-1");

        assertThat(account.events(NothingEarned.class)).hasSize(1);
        assertPoints(0, 0);
    }

    @Test
    void aWaitAfterThePaymentIsCountedFromIt() {
        account.under(rules().pendingAfterPayment(7)).at("2026-03-01T10:00:00Z").paid("A-1", "100.00");
        assertPoints(100, 0);
        account.looked("2026-03-08T10:00:00Z");
        assertPoints(0, 100);
    }

    @Test
    void pointsWhoseLastDayIsOverBeforeTheirWaitNeverBecomeAvailable() {
        account.under(rules().pendingUntilDelivered(14, null).expiring(ExpiryRule.rolling(1)))
                .at("2026-03-01T10:00:00Z")
                .paid("A-1", "100.00");

        account.looked("2026-04-01T16:00:00Z");
        assertPoints(0, 0);
        account.delivered("A-1").looked("2026-05-01T00:00:00Z");
        assertPoints(0, 0);
        assertThat(account.events(PointsMatured.class)).isEmpty();
    }

    @Test
    void ordersThatMatureAtOneMomentAreOneEntryForEachPurse() {
        account.under(rules().pendingAfterPayment(7)).paid("A-1", "100.00").paid("A-2", "20.00");
        account.looked("2026-04-01T00:00:00Z");

        assertThat(account.events(PointsMatured.class))
                .singleElement()
                .satisfies(matured -> assertThat(matured.points()).isEqualTo(120));
    }

    private void assertPoints(long pending, long available) {
        assertThat(account.points().pending()).as("pending").isEqualTo(pending);
        assertThat(account.balance()).as("available").isEqualTo(available);
    }
}
