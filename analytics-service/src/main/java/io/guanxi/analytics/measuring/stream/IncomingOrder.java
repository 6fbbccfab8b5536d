package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.value.domain.OrderNews;
import io.guanxi.analytics.value.domain.OrderStep;
import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.EventTypes;
import io.guanxi.eventing.deadletter.Rejection;
import io.guanxi.eventing.intake.IncomingEvent;
import io.guanxi.kernel.Origin;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An order event as this service uses it.
 *
 * @param customer whose it is
 * @param shop that gave the order its id
 * @param news what it says
 * @param origin of what follows from it
 */
record IncomingOrder(CustomerKey customer, String shop, String orderId, OrderNews news, Origin origin)
        implements Incoming {

    private static final Map<String, OrderStep> STEPS = Map.of(
            EventTypes.SHOP_ORDER_PLACED, OrderStep.PLACED,
            EventTypes.SHOP_ORDER_PAID, OrderStep.PAID,
            EventTypes.SHOP_ORDER_SHIPPED, OrderStep.SHIPPED,
            EventTypes.SHOP_ORDER_DELIVERED, OrderStep.DELIVERED,
            EventTypes.SHOP_ORDER_CANCELLED, OrderStep.CANCELLED,
            EventTypes.SHOP_ORDER_RETURNED, OrderStep.RETURNED);

    /** @throws RuntimeException if it is none; the reader of the order topic lets none pass that is not */
    static IncomingOrder of(IncomingEvent event) {
        OrderBody body = event.body(OrderBody.class);
        OrderStep step = Objects.requireNonNull(STEPS.get(event.type()), "no step is known for this type");
        return new IncomingOrder(
                event.customer(), body.shop(), body.orderId(), body.news(step, event.happened()), event.origin());
    }

    @Override
    public Instant happened() {
        return news.happened();
    }

    /** Why its dates are not believed; empty if they are. */
    Optional<Rejection> doubt(Instant arrived) {
        return SaneTimes.doubt("ce_time", news.happened(), arrived)
                .or(() -> SaneTimes.doubt("placedAt", news.placedAt(), arrived));
    }
}
