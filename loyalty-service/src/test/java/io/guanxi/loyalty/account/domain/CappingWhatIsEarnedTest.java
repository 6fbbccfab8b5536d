package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.LedgerFixture.newAccount;
import static io.guanxi.loyalty.account.domain.RulesFixture.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.loyalty.account.domain.OrderEntry.NothingEarned;
import io.guanxi.loyalty.account.domain.OrderEntry.PointsEarned;
import org.junit.jupiter.api.Test;

/** Days and months are those of the order's payment in the zone of the programme, here Shanghai. */
class CappingWhatIsEarnedTest {

    @Test
    void anOrderEarnsNoMoreThanItsCap() {
        var account = newAccount().under(rules().capped(50L, null, null)).paid("A-1", "49.00");
        assertThat(account.last(PointsEarned.class).findings())
                .endsWith(new Finding("an-order-earns-no-more-than-its-cap", false));

        account.paid("A-2", "51.00");
        assertThat(account.balance()).isEqualTo(49 + 50);
        assertThat(account.last(PointsEarned.class).findings())
                .endsWith(new Finding("an-order-earns-no-more-than-its-cap", true));
    }

    @Test
    void allOrdersOfADayEarnNoMoreThanItsCap() {
        var account = newAccount().under(rules().capped(null, 100L, null));

        account.at("2026-03-01T15:00:00Z").paid("A-1", "70.00").paid("A-2", "70.00");
        assertThat(account.balance()).isEqualTo(100);
        account.at("2026-03-01T15:59:59Z").paid("A-3", "70.00");
        assertThat(account.last()).isInstanceOf(NothingEarned.class);
        account.at("2026-03-01T16:00:00Z").paid("A-4", "70.00");
        assertThat(account.balance()).isEqualTo(170);
    }

    @Test
    void allOrdersOfAMonthEarnNoMoreThanItsCap() {
        var account = newAccount().under(rules().capped(null, null, 100L));

        account.at("2026-03-31T15:00:00Z").paid("A-1", "70.00").paid("A-2", "70.00");
        assertThat(account.balance()).isEqualTo(100);
        account.at("2026-03-31T16:00:00Z").paid("A-3", "70.00");
        assertThat(account.balance()).isEqualTo(170);
    }

    @Test
    void theSameMonthOfAnotherYearIsAnotherMonth() {
        var account = newAccount().under(rules().capped(null, null, 100L));

        account.at("2026-03-10T00:00:00Z").paid("A-1", "100.00");
        account.at("2027-03-10T00:00:00Z").paid("A-2", "100.00");
        assertThat(account.balance()).isEqualTo(200);
    }

    @Test
    void whatCameBackMakesRoomAgain() {
        var account = newAccount().under(rules().capped(null, 100L, null));

        account.paid("A-1", "100.00").returned("A-1", "R-1", "60.00").paid("A-2", "100.00");
        assertThat(account.balance()).isEqualTo(40 + 60);
        account.cancelled("A-1").paid("A-3", "100.00");
        assertThat(account.balance()).isEqualTo(60 + 40);
    }

    @Test
    void anOrderThatArrivesLateCountsOnTheDayOfItsPayment() {
        var account = newAccount().under(rules().capped(null, 100L, null));

        account.at("2026-03-02T01:00:00Z").paid("A-1", "80.00");
        account.at("2026-03-05T01:00:00Z").paidBefore("A-2", "80.00", "2026-03-02T05:00:00Z");
        assertThat(account.balance()).isEqualTo(100);
        account.paidBefore("A-3", "80.00", "2026-03-03T05:00:00Z");
        assertThat(account.balance()).isEqualTo(180);
    }

    @Test
    void theSmallestCapWins() {
        var account = newAccount().under(rules().capped(50L, 80L, 100L));

        account.at("2026-03-01T00:00:00Z")
                .paid("A-1", "60.00")
                .paid("A-2", "60.00")
                .paid("A-3", "60.00");
        assertThat(account.balance()).isEqualTo(80);
        account.at("2026-03-03T00:00:00Z").paid("A-4", "60.00");
        assertThat(account.balance()).isEqualTo(100);
    }
}
