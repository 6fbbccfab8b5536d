package io.guanxi.loyalty.measure.web;

import io.guanxi.loyalty.measure.domain.Behaviour;
import io.guanxi.loyalty.measure.domain.Classification;
import io.guanxi.loyalty.measure.domain.CustomerMeasures;
import io.guanxi.loyalty.measure.domain.LoyaltyRule;
import io.guanxi.loyalty.measure.domain.PurchaseHistory;
import io.guanxi.loyalty.measure.domain.TenantMeasures;
import io.guanxi.loyalty.measure.view.purchases.FindPurchases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/** The measures of each tenant, computed anew when they are asked for after some minutes. For many threads. */
@Component
class PresentMeasures {

    private static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private final FindPurchases purchases;
    private final Clock clock;
    private final ConcurrentMap<String, Measured> measured = new ConcurrentHashMap<>();

    PresentMeasures(FindPurchases purchases, Clock clock) {
        this.purchases = purchases;
        this.clock = clock;
    }

    /**
     * @param customers of whom an order was heard of, whether it counts or not
     * @param sampled of them, looked at: all of them, or some if there are many
     * @param measures of those looked at who have an order that counts
     * @param behaviours how many of these behave how
     */
    record Measured(
            Instant at, long customers, int sampled, TenantMeasures measures, Map<Behaviour, Integer> behaviours) {

        static Measured of(List<PurchaseHistory> sample, long customers, Instant now) {
            List<CustomerMeasures> measured = sample.stream()
                    .map(history -> CustomerMeasures.of(history, now, LoyaltyRule.PRESENT))
                    .filter(customer -> customer.ordersEver() > 0)
                    .toList();
            TenantMeasures measures = TenantMeasures.of(measured);
            List<Classification> classified = measured.stream()
                    .map(customer -> Classification.of(customer, measures, null, now, LoyaltyRule.PRESENT))
                    .toList();
            return new Measured(now, customers, sample.size(), measures, TenantMeasures.byBehaviour(classified));
        }
    }

    Measured of(String tenant) {
        Instant now = clock.instant();
        Measured present = measured.get(tenant);
        if (present == null || present.at().plus(GOOD_FOR).isBefore(now)) {
            present = Measured.of(purchases.sample(tenant), purchases.count(tenant), now);
            measured.put(tenant, present);
        }
        return present;
    }
}
