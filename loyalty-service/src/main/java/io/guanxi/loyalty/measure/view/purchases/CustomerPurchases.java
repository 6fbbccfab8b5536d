package io.guanxi.loyalty.measure.view.purchases;

import io.guanxi.loyalty.measure.domain.PurchaseHistory;

/**
 * A customer's latest orders.
 *
 * @param draw a number by chance that never changes: the customers with the smallest ones are a fair sample of all
 */
public record CustomerPurchases(String tenant, long draw, PurchaseHistory history) {}
