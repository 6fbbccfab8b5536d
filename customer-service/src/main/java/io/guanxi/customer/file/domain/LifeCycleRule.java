package io.guanxi.customer.file.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One sentence of the life cycle.
 *
 * @param name stable, written into events
 * @param sentence the rule for people
 * @param stage what the customer is if it applies
 * @param period the configured silence it speaks of, if it does
 * @param applies whether it applies to these purchases
 * @param since when the customer came to the stage
 */
record LifeCycleRule(
        String name,
        String sentence,
        Stage stage,
        @Nullable Duration period,
        Predicate<Purchases> applies,
        Function<Purchases, Instant> since) {

    Standing standing(Purchases purchases) {
        return new Standing(stage, since.apply(purchases), name);
    }
}
