package io.guanxi.analytics.value.stream;

import io.guanxi.analytics.value.domain.CustomerFacts;
import io.guanxi.analytics.value.domain.Scores;
import org.jspecify.annotations.Nullable;

/**
 * A customer as the store holds it.
 *
 * @param sequence how often the customer's state was published
 * @param published the scores that were published last; null if it was without
 */
record CustomerEntry(
        CustomerFacts facts, long sequence, @Nullable Scores published) {

    static final CustomerEntry UNKNOWN = new CustomerEntry(CustomerFacts.NOTHING, 0, null);

    CustomerEntry with(CustomerFacts changed) {
        return new CustomerEntry(changed, sequence, published);
    }

    CustomerEntry published(@Nullable Scores scores) {
        return new CustomerEntry(facts, sequence + 1, scores);
    }
}
