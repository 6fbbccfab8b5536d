package io.guanxi.loyalty.care.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kernel.Decision;
import io.guanxi.loyalty.care.domain.BudgetEvent.GoodwillReserved;
import io.guanxi.loyalty.care.domain.BudgetEvent.ReservationGivenBack;
import io.guanxi.loyalty.care.domain.BudgetRejection.BudgetIsSpent;
import io.guanxi.loyalty.care.domain.BudgetRejection.ReservationDiffers;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A month's goodwill is set aside for each customer's complaint, and never more than there is. */
class SpendingAMonthsGoodwillTest {

    private static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");
    private static final long MOST = 100;
    private static final String ANN = "acme/ann";
    private static final String BEN = "acme/ben";

    private GoodwillBudget budget = GoodwillBudget.untouched();

    @Test
    void pointsAreSetAsideOnceForEachComplaint() {
        take(budget.reserve(ANN, "T-1", 60, MOST, "r-1", AT));
        assertThat(budget.spent()).isEqualTo(60);
        take(budget.reserve(ANN, "T-1", 60, MOST, "r-2", AT));
        assertThat(budget.spent()).isEqualTo(60);
        assertThat(budget.reserve(ANN, "T-1", 50, MOST, "r-3", AT))
                .isEqualTo(Decision.refuse(new ReservationDiffers("T-1", 60, 50)));
    }

    @Test
    void thereIsNeverMoreThanTheBudget() {
        take(budget.reserve(ANN, "T-1", 60, MOST, "r-1", AT));
        assertThat(budget.reserve(ANN, "T-2", 41, MOST, "r-2", AT))
                .isEqualTo(Decision.refuse(new BudgetIsSpent(100, 60, 41)));
        take(budget.reserve(ANN, "T-2", 40, MOST, "r-3", AT));
        assertThat(budget.spent()).isEqualTo(MOST);
    }

    @Test
    void whatWasNotGrantedComesBackOnce() {
        take(budget.reserve(ANN, "T-1", 60, MOST, "r-1", AT));
        assertThat(budget.giveBack(ANN, "T-1", "r-1", AT))
                .isEqualTo(Decision.accept(new ReservationGivenBack(ANN, "T-1", 60, "r-1", AT)));
        take(budget.giveBack(ANN, "T-1", "r-1", AT));
        take(budget.giveBack(ANN, "T-1", "r-1", AT));
        assertThat(budget.spent()).isZero();
        assertThat(budget.reserve(ANN, "T-1", 70, MOST, "r-2", AT))
                .isEqualTo(Decision.accept(new GoodwillReserved(ANN, "T-1", 70, "r-2", AT)));
    }

    @Test
    void customersWhoNameTheSameTicketAreEachCounted() {
        take(budget.reserve(ANN, "T-1", 60, MOST, "r-1", AT));
        assertThat(budget.reserve(BEN, "T-1", 60, MOST, "r-2", AT))
                .isEqualTo(Decision.refuse(new BudgetIsSpent(100, 60, 60)));
        take(budget.reserve(BEN, "T-1", 40, MOST, "r-3", AT));
        assertThat(budget.spent()).isEqualTo(MOST);
    }

    @Test
    void whatOneCustomerIsNotGrantedLeavesWhatIsSetAsideForAnother() {
        take(budget.reserve(ANN, "T-1", 60, MOST, "r-1", AT));
        assertThat(budget.giveBack(BEN, "T-1", "r-2", AT)).isEqualTo(Decision.nothing());
        take(budget.reserve(BEN, "T-1", 40, MOST, "r-3", AT));
        take(budget.giveBack(BEN, "T-1", "r-3", AT));
        assertThat(budget.spent()).isEqualTo(60);
    }

    @Test
    void whatWasSetAsideBeforeCustomersWereToldApartStaysSpent() {
        budget = GoodwillBudget.evolve(budget, new GoodwillReserved(null, "T-1", 60, "r-1", AT));
        assertThat(budget.reserve(ANN, "T-1", 60, MOST, "r-2", AT))
                .isEqualTo(Decision.refuse(new BudgetIsSpent(100, 60, 60)));
        budget = GoodwillBudget.evolve(budget, new ReservationGivenBack(null, "T-1", 60, "r-1", AT));
        assertThat(budget.spent()).isZero();
    }

    private void take(Decision<BudgetEvent, BudgetRejection> decision) {
        if (decision instanceof Decision.Accepted<BudgetEvent, BudgetRejection> accepted) {
            accepted.events().forEach(event -> budget = GoodwillBudget.evolve(budget, event));
            return;
        }
        throw new AssertionError("expected events, found " + decision);
    }
}
