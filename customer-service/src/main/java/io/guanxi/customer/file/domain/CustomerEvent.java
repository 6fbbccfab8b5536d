package io.guanxi.customer.file.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What can happen to a customer's file. These events are private to this service. */
public sealed interface CustomerEvent {

    /** An order, or a shop's news, named a customer nobody knew. */
    record CustomerRecognised(String shop, String externalId, Instant happenedAt) implements CustomerEvent {}

    /** The shop, or an agent for it, registered the customer. They may have been recognised before. */
    record CustomerRegistered(String shop, String externalId, Instant happenedAt) implements CustomerEvent {}

    /** Contact values are new, different or gone; only those fields are named that changed. */
    record ContactChanged(Map<ContactField, ContactChange> changes, Instant happenedAt) implements CustomerEvent {
        public ContactChanged {
            changes = Collections.unmodifiableMap(new TreeMap<>(changes));
        }
    }

    /**
     * Contact values were said again, and later, or it was said again that there are none. Nothing is different, but news
     * from before {@code happenedAt} no longer replaces them.
     */
    record ContactConfirmed(Set<ContactField> fields, Instant happenedAt) implements CustomerEvent {
        public ContactConfirmed {
            fields = Collections.unmodifiableSet(new TreeSet<>(fields));
        }
    }

    /** An order is counted, whichever of its events came first. {@code orderedAt} is the earliest time they gave. */
    record OrderNoted(String shop, String orderId, Instant orderedAt) implements CustomerEvent {}

    /** A later message gave an earlier time for an order that is already counted. */
    record OrderTimeCorrected(String shop, String orderId, Instant orderedAt, OrderSummary orders)
            implements CustomerEvent {}

    /** A counted order is cancelled, for good, and no longer stands. */
    record OrderCancelledNoted(String shop, String orderId, OrderSummary orders) implements CustomerEvent {}

    /** The customer came to another stage, at {@code since} by the times of their orders. */
    record StageChanged(Stage from, Stage to, Instant since, Cause cause) implements CustomerEvent {}

    /** The stage is the same, but news that came late shows that it began at another time. */
    record StageDateCorrected(Stage stage, Instant since) implements CustomerEvent {}
}
