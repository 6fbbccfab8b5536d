package io.guanxi.customer.file.domain;

import static io.guanxi.customer.file.domain.CustomerScenario.after;
import static io.guanxi.customer.file.domain.CustomerScenario.cancelled;
import static io.guanxi.customer.file.domain.CustomerScenario.day;
import static io.guanxi.customer.file.domain.CustomerScenario.given;
import static io.guanxi.customer.file.domain.CustomerScenario.order;

import io.guanxi.customer.file.domain.CustomerEvent.CustomerRecognised;
import io.guanxi.customer.file.domain.CustomerEvent.OrderCancelledNoted;
import io.guanxi.customer.file.domain.CustomerEvent.OrderNoted;
import io.guanxi.customer.file.domain.CustomerEvent.OrderTimeCorrected;
import io.guanxi.customer.file.domain.CustomerEvent.StageChanged;
import io.guanxi.customer.file.domain.CustomerEvent.StageDateCorrected;
import org.junit.jupiter.api.Test;

class NotingOrdersTest {

    @Test
    void theFirstOrderRecognisesACustomerWhoIsActiveFromThenOn() {
        given().when(order("A-1", day(0)))
                .then(
                        new CustomerRecognised("cdnow", "00021", day(0)),
                        new OrderNoted("cdnow", "A-1", day(0)),
                        new StageChanged(
                                Stage.POTENTIAL, Stage.ACTIVE, day(0), new Cause("first-order", null, "A-1", null)));
    }

    @Test
    void theSecondOrderMakesTheCustomerReturning() {
        after(order("A-1", day(0)))
                .when(order("A-2", day(5)))
                .then(
                        new OrderNoted("cdnow", "A-2", day(5)),
                        new StageChanged(
                                Stage.ACTIVE, Stage.RETURNING, day(5), new Cause("further-order", null, "A-2", null)));
    }

    @Test
    void aThirdOrderIsCountedAndChangesNothingElse() {
        after(order("A-1", day(0)), order("A-2", day(5)))
                .when(order("A-3", day(6)))
                .then(new OrderNoted("cdnow", "A-3", day(6)))
                .standsAt(Stage.RETURNING, day(5));
    }

    @Test
    void furtherEventsOfAnOrderAndRepeatedOnesHaveNoEffect() {
        after(order("A-1", day(0)))
                .when(order("A-1", day(0)))
                .thenNothing()
                .when(order("A-1", day(3)))
                .thenNothing();
    }

    @Test
    void theSameOrderIdInAnotherShopIsAnotherOrder() {
        after(order("A-1", day(0)))
                .when(new CustomerCommand.NoteOrder("web", "00021", "A-1", day(1), false))
                .standsAt(Stage.RETURNING, day(1));
    }

    @Test
    void aCancelledOrderNoLongerStands() {
        after(order("A-1", day(0)))
                .when(cancelled("A-1", day(0)))
                .then(
                        new OrderCancelledNoted("cdnow", "A-1", new OrderSummary(0, 1, null, null)),
                        new StageChanged(
                                Stage.ACTIVE, Stage.POTENTIAL, day(0), new Cause("no-order", null, "A-1", null)));
    }

    @Test
    void aCancellationThatComesBeforeItsOrderIsKept() {
        given().when(cancelled("A-1", day(0)))
                .then(
                        new CustomerRecognised("cdnow", "00021", day(0)),
                        new OrderNoted("cdnow", "A-1", day(0)),
                        new OrderCancelledNoted("cdnow", "A-1", new OrderSummary(0, 1, null, null)))
                .when(order("A-1", day(0)))
                .thenNothing()
                .when(cancelled("A-1", day(0)))
                .thenNothing()
                .standsAt(Stage.POTENTIAL, day(0));
    }

    @Test
    void anEarlierTimeForACountedOrderCorrectsItAndTheStage() {
        after(order("A-1", day(3)))
                .when(order("A-1", day(0)))
                .then(
                        new OrderTimeCorrected("cdnow", "A-1", day(0), new OrderSummary(1, 0, day(0), day(0))),
                        new StageDateCorrected(Stage.ACTIVE, day(0)));
    }
}
