package io.guanxi.customer.file.domain;

import static io.guanxi.customer.file.domain.CustomerScenario.after;
import static io.guanxi.customer.file.domain.CustomerScenario.cancelled;
import static io.guanxi.customer.file.domain.CustomerScenario.day;
import static io.guanxi.customer.file.domain.CustomerScenario.given;
import static io.guanxi.customer.file.domain.CustomerScenario.order;
import static io.guanxi.customer.file.domain.CustomerScenario.review;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.customer.file.domain.CustomerEvent.OrderNoted;
import io.guanxi.customer.file.domain.CustomerEvent.StageChanged;
import io.guanxi.customer.file.domain.CustomerEvent.StageDateCorrected;
import io.guanxi.customer.file.domain.CustomerRejection.CustomerUnknown;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PassingThroughTheLifeCycleTest {

    @Test
    void aCustomerIsDormantExactly180DaysAfterTheLastOrderAndNotAMomentEarlier() {
        after(order("A-1", day(0)))
                .when(review(day(180).minusMillis(1)))
                .thenNothing()
                .when(review(day(180)))
                .then(new StageChanged(
                        Stage.ACTIVE,
                        Stage.DORMANT,
                        day(180),
                        new Cause("long-without-an-order", 180, null, day(180))));
    }

    @Test
    void aCustomerIsLostExactly365DaysAfterTheLastOrderAndNotAMomentEarlier() {
        after(order("A-1", day(0)), review(day(200)))
                .when(review(day(365).minusMillis(1)))
                .thenNothing()
                .when(review(day(370)))
                .then(new StageChanged(
                        Stage.DORMANT,
                        Stage.LOST,
                        day(365),
                        new Cause("too-long-without-an-order", 365, null, day(370))));
    }

    @Test
    void aRepeatedReviewHasNoSecondEffect() {
        after(order("A-1", day(0)), review(day(200))).when(review(day(200))).thenNothing();
    }

    @Test
    void aReviewOfAnEarlierDayThanTheLastOneChangesNothing() {
        after(order("A-1", day(0)), review(day(400))).when(review(day(200))).thenNothing();
    }

    @Test
    void aCustomerWithoutAnOrderIsPotentialForEver() {
        after(cancelled("A-1", day(0))).when(review(day(4000))).thenNothing().standsAt(Stage.POTENTIAL, day(0));
    }

    @Test
    void anUnknownCustomerCannotBeReviewed() {
        given().when(review(day(0))).thenRefused(new CustomerUnknown());
    }

    @Test
    void anOrderWakesADormantCustomer() {
        after(order("A-1", day(0)), review(day(200)))
                .when(order("A-2", day(201)))
                .standsAt(Stage.RETURNING, day(201));
    }

    @Test
    void anOrderAfterALossWinsTheCustomerBackAndTheNextMakesThemReturningAgain() {
        after(order("A-1", day(0)), review(day(400)))
                .when(order("A-2", day(401)))
                .then(
                        new OrderNoted("cdnow", "A-2", day(401)),
                        new StageChanged(
                                Stage.LOST,
                                Stage.WON_BACK,
                                day(401),
                                new Cause("first-order-after-a-loss", 365, "A-2", null)))
                .when(order("A-3", day(402)))
                .standsAt(Stage.RETURNING, day(402));
    }

    @Test
    void anOldOrderThatComesLateIsCountedAndWinsNobodyBack() {
        after(order("A-2", day(100)), review(day(500)))
                .when(order("A-1", day(0)))
                .then(new OrderNoted("cdnow", "A-1", day(0)))
                .standsAt(Stage.LOST, day(465));
    }

    @Test
    void anOldOrderThatComesLateMovesTheLossAndWinsNobodyBack() {
        after(order("A-1", day(0)), review(day(500)))
                .when(order("A-2", day(20)))
                .then(new OrderNoted("cdnow", "A-2", day(20)), new StageDateCorrected(Stage.LOST, day(385)));
    }

    @Test
    void anOrderThatComesLateAndShowsThatTheSilenceWasShorterPutsTheStageRight() {
        after(order("A-1", day(0)), review(day(400)))
                .standsAt(Stage.LOST, day(365))
                .when(order("A-2", day(100)))
                .standsAt(Stage.DORMANT, day(280));
    }

    @Test
    void aSilenceThatNoReviewLookedIntoIsALossAllTheSame() {
        after(order("A-1", day(0))).when(order("A-2", day(365))).standsAt(Stage.WON_BACK, day(365));
    }

    @Test
    void cancellingTheOrderThatWonACustomerBackLosesThemAgain() {
        after(order("A-1", day(0)), review(day(400)), order("A-2", day(401)))
                .when(cancelled("A-2", day(401)))
                .standsAt(Stage.LOST, day(365));
    }

    @Test
    void theRulesAreSentencesInTheOrderInWhichTheyAreAsked() {
        assertThat(CustomerScenario.POLICIES.sentences())
                .containsExactly(
                        "A customer without a standing order is potential.",
                        "A customer without an order for 365 days is lost.",
                        "A customer without an order for 180 days is dormant.",
                        "The first order after 365 days without one wins the customer back.",
                        "The first order makes a customer active.",
                        "A further order makes a customer returning.");
    }

    @Test
    void aCustomerCannotBeLostBeforeTheyAreDormant() {
        assertThatThrownBy(() -> new LifeCyclePolicies(Duration.ofDays(365), Duration.ofDays(180)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lost later than that");
    }
}
