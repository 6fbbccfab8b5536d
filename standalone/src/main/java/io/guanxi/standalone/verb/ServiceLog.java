package io.guanxi.standalone.verb;

import io.guanxi.analytics.RecordedEvents;
import io.guanxi.customer.file.command.CustomerEvents;
import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.eventlog.audit.BodyCheck;
import io.guanxi.eventlog.axon.CatalogueCheck;
import io.guanxi.loyalty.LoyaltyEventNames;
import io.guanxi.ticket.desk.command.TicketEvents;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;

/** The services that have an event log, and what is in it. */
enum ServiceLog {
    CUSTOMER(CustomerEvents::eventCatalogue),
    LOYALTY(LoyaltyEventNames::catalogue),
    TICKET(TicketEvents::eventCatalogue),
    ANALYTICS(RecordedEvents::eventCatalogue);

    private final Supplier<EventCatalogue> catalogue;

    ServiceLog(Supplier<EventCatalogue> catalogue) {
        this.catalogue = catalogue;
    }

    static ServiceLog of(String name) {
        return Arrays.stream(values())
                .filter(log -> log.service().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "service: " + name + " (expected: customer, loyalty, ticket or analytics)"));
    }

    String service() {
        return name().toLowerCase(Locale.ROOT);
    }

    String database() {
        return "guanxi_" + service();
    }

    BodyCheck bodies() {
        return CatalogueCheck.of(catalogue.get());
    }
}
