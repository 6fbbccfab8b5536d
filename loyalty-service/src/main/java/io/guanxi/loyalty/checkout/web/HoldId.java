package io.guanxi.loyalty.checkout.web;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.web.RequestRefused;

/**
 * Names a hold, and says whose it is, so that it is found without looking for it.
 *
 * @param name follows from the {@code Idempotency-Key}
 */
record HoldId(CustomerKey customer, String name) {

    private static final char SEPARATOR = '.';

    static HoldId of(CustomerKey customer, String name) {
        return new HoldId(customer, name);
    }

    /** @throws RequestRefused with status 404 if no hold can have this id */
    static HoldId parse(String tenant, String id) {
        int end = id.indexOf(SEPARATOR);
        try {
            return new HoldId(new CustomerKey(tenant, id.substring(0, Math.max(0, end))), id.substring(end + 1));
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    static RequestRefused unknown() {
        return RequestRefused.notFound("hold-is-unknown", "There is no such hold.");
    }

    /** {@code tenant/customerId}. */
    String account() {
        return customer.toString();
    }

    @Override
    public String toString() {
        return customer.customerId() + SEPARATOR + name;
    }
}
