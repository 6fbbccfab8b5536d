package io.guanxi.customer.file.command;

import io.guanxi.customer.file.domain.CustomerEvent;
import io.guanxi.eventlog.EventCatalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The names under which this service's events are stored, for ever. */
@Configuration(proxyBeanMethods = false)
public class CustomerEvents {

    @Bean
    public static EventCatalogue eventCatalogue() {
        return EventCatalogue.builder()
                .event("customer.recognised", CustomerEvent.CustomerRecognised.class)
                .event("customer.registered", CustomerEvent.CustomerRegistered.class)
                .event("customer.contact-changed", CustomerEvent.ContactChanged.class)
                .event("customer.contact-confirmed", CustomerEvent.ContactConfirmed.class)
                .event("customer.order-noted", CustomerEvent.OrderNoted.class)
                .event("customer.order-time-corrected", CustomerEvent.OrderTimeCorrected.class)
                .event("customer.order-cancelled", CustomerEvent.OrderCancelledNoted.class)
                .event("customer.stage-changed", CustomerEvent.StageChanged.class)
                .event("customer.stage-date-corrected", CustomerEvent.StageDateCorrected.class)
                .build();
    }
}
