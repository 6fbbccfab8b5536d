package io.guanxi.standalone.orders;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * One order of a shop's log, and what the log says happened to it.
 *
 * @param type the event type, for a log of purchases {@code shop.order.paid.v1}
 * @param orderId the shop's own id; the same line of the same log always gives the same one
 * @param externalId the shop's own id of its customer
 */
record ShopOrder(
        String type,
        String orderId,
        String externalId,
        Instant happened,
        String channel,
        String currency,
        List<OrderLine> lines) {

    ShopOrder {
        lines = List.copyOf(lines);
    }

    BigDecimal total() {
        return lines.stream().map(OrderLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
