package io.guanxi.customer.file.domain;

import io.guanxi.customer.file.domain.CustomerEvent.ContactChanged;
import io.guanxi.customer.file.domain.CustomerEvent.ContactConfirmed;
import io.guanxi.customer.file.domain.CustomerEvent.CustomerRecognised;
import io.guanxi.customer.file.domain.CustomerEvent.CustomerRegistered;
import io.guanxi.customer.file.domain.CustomerEvent.OrderCancelledNoted;
import io.guanxi.customer.file.domain.CustomerEvent.OrderNoted;
import io.guanxi.customer.file.domain.CustomerEvent.OrderTimeCorrected;
import io.guanxi.customer.file.domain.CustomerEvent.StageChanged;
import io.guanxi.customer.file.domain.CustomerEvent.StageDateCorrected;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What must be remembered of a customer to decide about the next command: the fold of all their events.
 *
 * @param version how many events there are; it grows by one with each
 * @param knownSince the earliest time anything tells of the customer; null as long as nothing does
 * @param registered whether a shop registered them, and not only sent their orders
 * @param standing the present stage; null as long as nothing is known
 * @param reviewedAsOf the latest moment a review found a change for
 */
public record Customer(
        long version,
        @Nullable Instant knownSince,
        boolean registered,
        Map<ContactField, KnownValue> contact,
        NotedOrders orders,
        @Nullable Standing standing,
        @Nullable Instant reviewedAsOf) {

    /**
     * The present value of a contact field.
     *
     * @param value null if it was removed
     * @param changedAt the latest time for which anybody said so; news that is not younger is not news
     */
    public record KnownValue(@Nullable SealedValue value, Instant changedAt) {

        /** Said at {@code time}, by somebody who may have known what was said for a later one. */
        private static KnownValue said(@Nullable SealedValue value, Instant time, @Nullable KnownValue before) {
            return new KnownValue(value, before == null || time.isAfter(before.changedAt) ? time : before.changedAt);
        }
    }

    public Customer {
        contact = Collections.unmodifiableMap(new TreeMap<>(contact));
    }

    /** A customer of whom nothing is known. */
    public static Customer unknown() {
        return new Customer(0, null, false, Map.of(), NotedOrders.none(), null, null);
    }

    public static Customer evolve(Customer customer, CustomerEvent event) {
        var next = customer.next();
        return switch (event) {
            case CustomerRecognised e -> next.knownFrom(e.happenedAt());
            case CustomerRegistered e -> next.knownFrom(e.happenedAt()).asRegistered();
            case ContactChanged e -> next.withContact(e);
            case ContactConfirmed e -> next.withConfirmed(e);
            case OrderNoted e ->
                next.knownFrom(e.orderedAt()).withOrders(customer.orders.with(e.shop(), e.orderId(), e.orderedAt()));
            case OrderTimeCorrected e ->
                next.knownFrom(e.orderedAt()).withOrders(customer.orders.with(e.shop(), e.orderId(), e.orderedAt()));
            case OrderCancelledNoted e -> next.withOrders(customer.orders.cancelled(e.shop(), e.orderId()));
            case StageChanged e ->
                next.at(
                        new Standing(e.to(), e.since(), e.cause().rule()),
                        e.cause().asOf());
            case StageDateCorrected e -> next.at(new Standing(e.stage(), e.since(), customer.rule()), null);
        };
    }

    boolean isKnown() {
        return standing != null;
    }

    private String rule() {
        return standing == null ? "" : standing.rule();
    }

    private Customer next() {
        return new Customer(version + 1, knownSince, registered, contact, orders, standing, reviewedAsOf);
    }

    private Customer knownFrom(Instant time) {
        var since = knownSince == null || time.isBefore(knownSince) ? time : knownSince;
        var stage = standing == null ? new Standing(Stage.POTENTIAL, since, "no-order") : standing;
        return new Customer(version, since, registered, contact, orders, stage, reviewedAsOf);
    }

    private Customer asRegistered() {
        return new Customer(version, knownSince, true, contact, orders, standing, reviewedAsOf);
    }

    private Customer withOrders(NotedOrders noted) {
        return new Customer(version, knownSince, registered, contact, noted, standing, reviewedAsOf);
    }

    private Customer withContact(ContactChanged event) {
        var values = new TreeMap<>(contact);
        event.changes()
                .forEach((field, change) ->
                        values.put(field, KnownValue.said(change.to(), event.happenedAt(), contact.get(field))));
        return new Customer(version, knownSince, registered, values, orders, standing, reviewedAsOf);
    }

    private Customer withConfirmed(ContactConfirmed event) {
        var values = new TreeMap<>(contact);
        for (var field : event.fields()) {
            var known = contact.get(field);
            values.put(field, KnownValue.said(known == null ? null : known.value(), event.happenedAt(), known));
        }
        return new Customer(version, knownSince, registered, values, orders, standing, reviewedAsOf);
    }

    private Customer at(Standing stage, @Nullable Instant asOf) {
        return new Customer(
                version, knownSince, registered, contact, orders, stage, asOf == null ? reviewedAsOf : asOf);
    }
}
