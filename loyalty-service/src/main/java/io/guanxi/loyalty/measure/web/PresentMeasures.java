package io.guanxi.loyalty.measure.web;

import io.guanxi.loyalty.measure.domain.Behaviour;
import io.guanxi.loyalty.measure.domain.Classification;
import io.guanxi.loyalty.measure.domain.CustomerMeasures;
import io.guanxi.loyalty.measure.domain.LoyaltyRule;
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
     * @param customers how many there are with an order; more than were looked at if that is a sample
     * @param behaviours how many of those looked at behave how
     */
    record Measured(Instant at, TenantMeasures measures, long customers, Map<Behaviour, Integer> behaviours) {}

    Measured of(String tenant) {
        Instant now = clock.instant();
        Measured present = measured.get(tenant);
        if (present == null || present.at().plus(GOOD_FOR).isBefore(now)) {
            present = measure(tenant, now);
            measured.put(tenant, present);
        }
        return present;
    }

    private Measured measure(String tenant, Instant now) {
        List<CustomerMeasures> customers = purchases.sample(tenant).stream()
                .map(history -> CustomerMeasures.of(history, now, LoyaltyRule.PRESENT))
                .filter(customer -> customer.ordersEver() > 0)
                .toList();
        TenantMeasures measures = TenantMeasures.of(customers);
        List<Classification> classified = customers.stream()
                .map(customer -> Classification.of(customer, measures, null, now, LoyaltyRule.PRESENT))
                .toList();
        return new Measured(now, measures, purchases.count(tenant), TenantMeasures.byBehaviour(classified));
    }
}
