package io.guanxi.analytics.value.domain;

import java.time.Instant;

/** That the facts of one customer changed. */
public record FactsChange(CustomerFacts before, CustomerFacts after) {

    /** The latest moment that the new facts speak of: of an event, or of an order that says when it was placed. */
    Instant upTo() {
        Instant last = after.lastOrderAt();
        return last != null && last.isAfter(after.updatedAt()) ? last : after.updatedAt();
    }
}
