package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.history.domain.CustomerHistory;
import io.guanxi.analytics.history.domain.Flow;
import io.guanxi.analytics.value.domain.CustomerFacts;
import java.util.List;

/**
 * A customer as the store holds it.
 *
 * @param paging which part of the purchases is on pages
 * @param judged by the history and all versions that were known then
 */
record CustomerEntry(CustomerFacts facts, CustomerHistory history, Paging paging, Judged judged, Told told) {

    static final CustomerEntry UNKNOWN =
            new CustomerEntry(CustomerFacts.NOTHING, CustomerHistory.NONE, Paging.NONE, Judged.NEVER, Told.NOTHING);

    /** Whether any order is known; others may have told of the customer before. */
    boolean hasOrdered() {
        return !facts.equals(CustomerFacts.NOTHING);
    }

    CustomerEntry with(CustomerFacts changed) {
        return new CustomerEntry(changed, history, paging, judged, told);
    }

    /** One order's part of the purchases replaced. */
    CustomerEntry replacing(List<Flow> before, List<Flow> after) {
        if (before.equals(after)) {
            return this;
        }
        return with(history.with(history.purchases().replacing(before, after)), paging.replacing(before, after));
    }

    CustomerEntry with(CustomerHistory changed, Paging changedPaging) {
        return new CustomerEntry(facts, changed, changedPaging, judged, told);
    }

    CustomerEntry with(Judged changed) {
        return new CustomerEntry(facts, history, paging, changed, told);
    }

    CustomerEntry with(Told changed) {
        return new CustomerEntry(facts, history, paging, judged, changed);
    }
}
