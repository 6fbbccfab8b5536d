package io.guanxi.analytics.measuring.stream;

import org.jspecify.annotations.Nullable;

/** What comes out of folding an order: each kind goes to a topic of its own. */
sealed interface Outcome {

    byte @Nullable [] body();

    /** The state of a customer, to be published. */
    record Value(byte[] body) implements Outcome {}

    /** A change of facts, for the tenant's totals. */
    record Change(byte[] body) implements Outcome {}

    /** A change of a customer's standing, to be published. */
    record Standing(byte[] body) implements Outcome {}

    /** A record that cannot be used, as it was. */
    record Letter(byte @Nullable [] body) implements Outcome {}
}
