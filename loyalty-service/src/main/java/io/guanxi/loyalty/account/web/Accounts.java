package io.guanxi.loyalty.account.web;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.web.Caller;
import io.guanxi.web.RequestRefused;

/** What every question about one account has in common: whose it is, and that there may be none. */
public final class Accounts {

    private Accounts() {}

    /** The customer of the caller's own tenant; of another tenant's customers nobody here has heard. */
    public static CustomerKey customer(Caller caller, String customerId) {
        try {
            return new CustomerKey(caller.tenant(), customerId);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    public static RequestRefused unknown() {
        return RequestRefused.notFound("account-not-found", "No order of this customer is known.");
    }
}
