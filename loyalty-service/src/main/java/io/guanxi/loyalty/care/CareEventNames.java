package io.guanxi.loyalty.care;

import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.loyalty.care.domain.BudgetEvent.GoodwillReserved;
import io.guanxi.loyalty.care.domain.BudgetEvent.ReservationGivenBack;

/** The names under which a goodwill budget's events are stored for ever. */
public final class CareEventNames {

    private CareEventNames() {}

    public static EventCatalogue.Builder addTo(EventCatalogue.Builder catalogue) {
        return catalogue
                .event("loyalty.goodwill-budget.reserved", GoodwillReserved.class)
                .event("loyalty.goodwill-budget.given-back", ReservationGivenBack.class);
    }
}
