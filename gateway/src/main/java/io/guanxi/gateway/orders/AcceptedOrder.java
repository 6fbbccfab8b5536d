package io.guanxi.gateway.orders;

/**
 * What a shop is told of an event that was taken.
 *
 * @param id the event's id, on the topic too
 * @param customerId whose order it is: {@code GET /api/customers/{customerId}} will show it
 */
record AcceptedOrder(String id, String customerId) {}
