package io.guanxi.loyalty.transfer.process;

import io.guanxi.loyalty.account.domain.Customers;
import io.guanxi.loyalty.account.domain.LoyaltyCommand;

/** What follows the log of some customers hands points over when a test tells it to. */
final class Handover {

    private Handover() {}

    static void step(Customers customers, Customers.Recorded recorded) {
        LoyaltyCommand next = WhenPointsAreSentHandThemOver.next(
                recorded.account(), recorded.event(), recorded.id(), customers.now());
        if (next != null) {
            customers.take(next);
        }
    }

    /** All that there is to do, from the log's beginning. */
    static void all(Customers customers) {
        for (int i = 0; i < customers.log().size(); i++) {
            step(customers, customers.log().get(i));
        }
    }
}
