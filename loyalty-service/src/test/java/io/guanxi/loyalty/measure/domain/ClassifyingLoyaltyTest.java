package io.guanxi.loyalty.measure.domain;

import static io.guanxi.loyalty.measure.domain.Orders.NOW;
import static io.guanxi.loyalty.measure.domain.Orders.boughtDaysAgo;
import static io.guanxi.loyalty.measure.domain.Orders.daysAgo;
import static io.guanxi.loyalty.measure.domain.Orders.measured;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifyingLoyaltyTest {

    /** Twenty customers with 2 orders, twenty with 4: the median is 3; intervals of 40 days. */
    private static final TenantMeasures TENANT = tenant();

    private static TenantMeasures tenant() {
        List<CustomerMeasures> customers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            customers.add(measured(boughtDaysAgo(80, 40)));
            customers.add(measured(boughtDaysAgo(160, 120, 80, 40)));
        }
        return TenantMeasures.of(customers);
    }

    private static Classification classified(CustomerMeasures customer, @Nullable Integer satisfaction) {
        return Classification.of(customer, TENANT, satisfaction, NOW, LoyaltyRule.PRESENT);
    }

    @Test
    void aTenantsMeasuresAreTheMediansAndRatesOfItsBuyers() {
        assertThat(TENANT.buyers()).isEqualTo(40);
        assertThat(TENANT.repurchaseRate()).isEqualByComparingTo("1");
        assertThat(TENANT.medianOrders()).isEqualByComparingTo("3");
        assertThat(TENANT.medianIntervalDays()).isEqualByComparingTo("40");

        TenantMeasures mixed = TenantMeasures.of(List.of(
                measured(boughtDaysAgo(10)), measured(boughtDaysAgo(20, 10)), measured(boughtDaysAgo(600, 500))));
        assertThat(mixed.buyers()).as("with an order in the last 365 days").isEqualTo(2);
        assertThat(mixed.repurchaseRate()).isEqualByComparingTo("0.5");
        assertThat(TenantMeasures.of(List.of()).repurchaseRate()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"5, TRUE", "4, TRUE", "3, SPURIOUS", "1, SPURIOUS"})
    void whoBuysAsOftenAsTheMedianIsTrulyLoyalOrSpuriouslyAsTheyAreSatisfied(int satisfaction, LoyaltyClass expected) {
        assertThat(classified(measured(boughtDaysAgo(100, 50, 10)), satisfaction)
                        .possible())
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"4, LATENT", "2, NONE"})
    void whoBuysLessIsLatentlyLoyalOrNot(int satisfaction, LoyaltyClass expected) {
        assertThat(classified(measured(boughtDaysAgo(100, 50)), satisfaction).possible())
                .containsExactly(expected);
    }

    @Test
    void withoutAnAnswerTwoClassesStayPossible() {
        assertThat(classified(measured(boughtDaysAgo(100, 50, 10)), null).possible())
                .containsExactly(LoyaltyClass.TRUE, LoyaltyClass.SPURIOUS);
        assertThat(classified(measured(boughtDaysAgo(100, 50)), null).possible())
                .containsExactly(LoyaltyClass.LATENT, LoyaltyClass.NONE);
    }

    @Test
    void itIsSaidWhatWouldChangeIt() {
        Classification high = classified(measured(boughtDaysAgo(300, 100, 50, 10)), null);
        assertThat(high.asked()).isEqualTo(3);
        assertThat(high.byMedian()).isTrue();
        // Of four orders the one that is 100 days old is needed for three.
        assertThat(high.highUntil()).isEqualTo(daysAgo(100).plus(Duration.ofDays(365)));
        assertThat(classified(measured(boughtDaysAgo(200)), null).missing()).isEqualTo(2);
    }

    @Test
    void aCustomerWhoIsNewerThanTheUsualIntervalIsNotJudgedYet() {
        Classification fresh = classified(measured(boughtDaysAgo(39)), null);
        assertThat(fresh.behaviour()).isEqualTo(Behaviour.TOO_EARLY);
        assertThat(fresh.possible()).containsExactly(LoyaltyClass.values());
        assertThat(fresh.judgedFrom()).isEqualTo(daysAgo(39).plus(Duration.ofDays(40)));
        assertThat(classified(measured(boughtDaysAgo(40)), null).behaviour()).isEqualTo(Behaviour.LOW);
    }

    @Test
    void whoBoughtNothingForAYearIsLow() {
        assertThat(classified(measured(boughtDaysAgo(500, 450, 400)), null).behaviour())
                .isEqualTo(Behaviour.LOW);
    }

    @Test
    void withFewBuyersTheLeastThatIsAskedForCounts() {
        TenantMeasures small = TenantMeasures.of(List.of(measured(boughtDaysAgo(9, 8, 7, 6, 5))));
        Classification classified =
                Classification.of(measured(boughtDaysAgo(100, 50)), small, null, NOW, LoyaltyRule.PRESENT);
        assertThat(classified.byMedian()).isFalse();
        assertThat(classified.asked()).isEqualTo(2);
        assertThat(classified.behaviour()).isEqualTo(Behaviour.HIGH);
    }

    @Test
    void everyCustomerIsCountedOnce() {
        List<Classification> all = List.of(
                classified(measured(boughtDaysAgo(100, 50, 10)), null),
                classified(measured(boughtDaysAgo(200)), null),
                classified(measured(boughtDaysAgo(3)), null));
        assertThat(TenantMeasures.byBehaviour(all))
                .isEqualTo(Map.of(Behaviour.HIGH, 1, Behaviour.LOW, 1, Behaviour.TOO_EARLY, 1));
    }
}
