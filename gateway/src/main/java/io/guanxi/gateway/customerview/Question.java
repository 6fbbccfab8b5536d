package io.guanxi.gateway.customerview;

import io.guanxi.gateway.service.Backend;
import java.util.Locale;

/** What the view asks of each service. The order is the order of the parts in the view. */
enum Question {
    CUSTOMER(Backend.CUSTOMER, "/api/customers/{id}"),
    LOYALTY(Backend.LOYALTY, "/api/loyalty/accounts/{id}/summary"),
    TICKETS(Backend.TICKET, "/api/tickets?customerId={id}&limit=10"),
    VALUE(Backend.ANALYTICS, "/api/analytics/customers/{id}");

    private final Backend backend;
    private final String path;

    Question(Backend backend, String path) {
        this.backend = backend;
        this.path = path;
    }

    Backend backend() {
        return backend;
    }

    String path() {
        return path;
    }

    /** The part's name in the view. */
    String part() {
        return name().toLowerCase(Locale.ROOT);
    }
}
