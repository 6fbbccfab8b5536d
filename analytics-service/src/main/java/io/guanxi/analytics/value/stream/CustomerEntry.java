package io.guanxi.analytics.value.stream;

import io.guanxi.analytics.history.domain.CustomerHistory;
import io.guanxi.analytics.history.domain.Flow;
import io.guanxi.analytics.value.domain.CustomerFacts;
import io.guanxi.analytics.value.domain.Scores;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer as the store holds it.
 *
 * @param paging which part of the purchases is on pages
 * @param sequence how often the customer's state was published
 * @param published the scores that were published last; null if it was without
 */
record CustomerEntry(
        CustomerFacts facts,
        CustomerHistory history,
        Paging paging,
        long sequence,
        @Nullable Scores published) {

    static final CustomerEntry UNKNOWN =
            new CustomerEntry(CustomerFacts.NOTHING, CustomerHistory.NONE, Paging.NONE, 0, null);

    CustomerEntry with(CustomerFacts changed) {
        return new CustomerEntry(changed, history, paging, sequence, published);
    }

    /** One order's part of the purchases replaced. */
    CustomerEntry replacing(List<Flow> before, List<Flow> after) {
        if (before.equals(after)) {
            return this;
        }
        return with(history.with(history.purchases().replacing(before, after)), paging.replacing(before, after));
    }

    CustomerEntry with(CustomerHistory changed, Paging changedPaging) {
        return new CustomerEntry(facts, changed, changedPaging, sequence, published);
    }

    CustomerEntry published(@Nullable Scores scores) {
        return new CustomerEntry(facts, history, paging, sequence + 1, scores);
    }
}
