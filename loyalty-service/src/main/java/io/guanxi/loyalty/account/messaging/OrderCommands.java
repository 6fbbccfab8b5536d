package io.guanxi.loyalty.account.messaging;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.EventTypes;
import io.guanxi.eventing.intake.IncomingEvent;
import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.EarnForPayment;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.NoteDelivery;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.NoteOrder;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReverseForCancellation;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReverseForReturn;
import io.guanxi.loyalty.account.domain.OrderFacts;
import io.guanxi.loyalty.account.domain.OrderFacts.Goods;
import io.guanxi.loyalty.account.domain.OrderRef;
import io.guanxi.loyalty.account.domain.Stamp;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Translates a shop's order events for the account. */
final class OrderCommands {

    private OrderCommands() {}

    /**
     * Null for an event that does not concern points.
     *
     * @param now an event that is dated later counts as happening now: a shop's wrong clock ends nobody's points early
     */
    static @Nullable LoyaltyCommand of(IncomingEvent event, Instant now) {
        String account = event.customer().toString();
        OrderEvent order = event.body(OrderEvent.class);
        OrderRef ref = new OrderRef(order.shop(), order.orderId());
        Instant happened = event.happened().isAfter(now) ? now : event.happened();
        Stamp stamp = new Stamp(event.id(), happened, now);
        return switch (event.type()) {
            case EventTypes.SHOP_ORDER_PLACED, EventTypes.SHOP_ORDER_SHIPPED -> new NoteOrder(account, ref, stamp);
            case EventTypes.SHOP_ORDER_PAID ->
                new EarnForPayment(account, facts(event.customer().tenant(), order, ref, happened), stamp);
            case EventTypes.SHOP_ORDER_DELIVERED -> new NoteDelivery(account, ref, happened, stamp);
            case EventTypes.SHOP_ORDER_CANCELLED -> new ReverseForCancellation(account, ref, stamp);
            case EventTypes.SHOP_ORDER_RETURNED -> {
                var goods = Objects.requireNonNull(order.goods(), "a returned order names its return");
                yield new ReverseForReturn(
                        account, ref, goods.returnId(), new Money(goods.refund(), order.currency()), stamp);
            }
            default -> null;
        };
    }

    private static OrderFacts facts(String tenant, OrderEvent order, OrderRef ref, Instant paidAt) {
        String referredBy = order.buyer().referredBy();
        return new OrderFacts(
                ref,
                new Money(order.totals().grand(), order.currency()),
                paidAt,
                goods(order.lines()),
                order.channel(),
                order.buyer().occasions(),
                referredBy == null
                        ? null
                        : CustomerKey.of(tenant, order.shop(), referredBy).toString(),
                order.delivery() == null ? null : order.delivery().addressDigest());
    }

    /** Lines of one category and brand as one sum, in the order of their first line. */
    private static List<Goods> goods(List<OrderEvent.Line> lines) {
        Map<Goods, BigDecimal> sums = new LinkedHashMap<>();
        for (OrderEvent.Line line : lines) {
            sums.merge(new Goods(line.category(), line.brand(), BigDecimal.ZERO), line.amount(), BigDecimal::add);
        }
        return sums.entrySet().stream()
                .map(sum -> new Goods(sum.getKey().category(), sum.getKey().brand(), sum.getValue()))
                .toList();
    }
}
