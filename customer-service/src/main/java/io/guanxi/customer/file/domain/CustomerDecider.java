package io.guanxi.customer.file.domain;

import io.guanxi.customer.file.domain.CustomerCommand.CorrectContact;
import io.guanxi.customer.file.domain.CustomerCommand.LearnContact;
import io.guanxi.customer.file.domain.CustomerCommand.NoteOrder;
import io.guanxi.customer.file.domain.CustomerCommand.Register;
import io.guanxi.customer.file.domain.CustomerCommand.ReviewLifeCycle;
import io.guanxi.customer.file.domain.CustomerEvent.ContactChanged;
import io.guanxi.customer.file.domain.CustomerEvent.ContactConfirmed;
import io.guanxi.customer.file.domain.CustomerEvent.CustomerRecognised;
import io.guanxi.customer.file.domain.CustomerEvent.CustomerRegistered;
import io.guanxi.customer.file.domain.CustomerEvent.OrderCancelledNoted;
import io.guanxi.customer.file.domain.CustomerEvent.OrderNoted;
import io.guanxi.customer.file.domain.CustomerEvent.OrderTimeCorrected;
import io.guanxi.customer.file.domain.CustomerEvent.StageChanged;
import io.guanxi.customer.file.domain.CustomerEvent.StageDateCorrected;
import io.guanxi.kernel.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Decides what a command makes happen. News that is not new makes nothing happen, however often it comes. */
public final class CustomerDecider {

    private final LifeCyclePolicies policies;
    private final List<CustomerEvent> events = new ArrayList<>();
    private Customer customer;

    private CustomerDecider(Customer customer, LifeCyclePolicies policies) {
        this.customer = customer;
        this.policies = policies;
    }

    public static Decision<CustomerEvent, CustomerRejection> decide(
            Customer customer, CustomerCommand command, LifeCyclePolicies policies) {
        var decider = new CustomerDecider(customer, policies);
        return switch (command) {
            case NoteOrder note -> decider.note(note);
            case Register register -> decider.register(register);
            case LearnContact news -> decider.learn(news);
            case CorrectContact correction -> decider.correct(correction);
            case ReviewLifeCycle review -> decider.review(review);
        };
    }

    private Decision<CustomerEvent, CustomerRejection> note(NoteOrder order) {
        recogniseIfUnknown(order.shop(), order.externalId(), order.orderedAt());
        var placedAt = customer.orders().placedAt(order.shop(), order.orderId());
        if (placedAt == null) {
            happens(new OrderNoted(order.shop(), order.orderId(), order.orderedAt()));
        } else if (order.orderedAt().isBefore(placedAt)) {
            happens(corrected(order));
        }
        if (order.cancelled() && !customer.orders().isCancelled(order.shop(), order.orderId())) {
            happens(cancelled(order));
        }
        if (!events.isEmpty()) {
            settle(order.orderId(), null);
        }
        return Decision.accept(events);
    }

    private Decision<CustomerEvent, CustomerRejection> register(Register registration) {
        if (!customer.registered()) {
            happens(new CustomerRegistered(registration.shop(), registration.externalId(), registration.happenedAt()));
        }
        takeOver(registration.contact(), registration.happenedAt());
        if (!events.isEmpty()) {
            settle(null, null);
        }
        return Decision.accept(events);
    }

    private Decision<CustomerEvent, CustomerRejection> learn(LearnContact news) {
        recogniseIfUnknown(news.shop(), news.externalId(), news.happenedAt());
        takeOver(news.contact(), news.happenedAt());
        return Decision.accept(events);
    }

    private Decision<CustomerEvent, CustomerRejection> correct(CorrectContact correction) {
        if (!customer.isKnown()) {
            return Decision.refuse(new CustomerRejection.CustomerUnknown());
        }
        var expected = correction.expectedVersion();
        if (expected != null && expected != customer.version()) {
            return Decision.refuse(new CustomerRejection.FileHasChanged(expected, customer.version()));
        }
        change(correction.contact(), correction.removed(), correction.happenedAt());
        return Decision.accept(events);
    }

    private Decision<CustomerEvent, CustomerRejection> review(ReviewLifeCycle review) {
        if (!customer.isKnown()) {
            return Decision.refuse(new CustomerRejection.CustomerUnknown());
        }
        settle(null, review.asOf());
        return Decision.accept(events);
    }

    private void recogniseIfUnknown(String shop, String externalId, Instant at) {
        if (!customer.isKnown()) {
            happens(new CustomerRecognised(shop, externalId, at));
        }
    }

    /** Of a field only what happened after all that was said of it before; the same news again says nothing. */
    private void takeOver(Map<ContactField, SealedValue> contact, Instant at) {
        var fresh = new TreeMap<>(contact);
        fresh.keySet().removeIf(field -> !isNews(field, at));
        change(fresh, Set.of(), at);
    }

    private void change(Map<ContactField, SealedValue> contact, Set<ContactField> removed, Instant at) {
        var changes = new TreeMap<ContactField, ContactChange>();
        var confirmed = new TreeSet<ContactField>();
        for (var field : ContactField.values()) {
            if (contact.containsKey(field) || removed.contains(field)) {
                var known = known(field);
                var said = contact.get(field);
                if (!same(known, said)) {
                    changes.put(field, new ContactChange(known, said));
                } else if (isNews(field, at)) {
                    confirmed.add(field);
                }
            }
        }
        if (!changes.isEmpty()) {
            happens(new ContactChanged(changes, at));
        }
        if (!confirmed.isEmpty()) {
            happens(new ContactConfirmed(confirmed, at));
        }
    }

    private boolean isNews(ContactField field, Instant time) {
        var known = customer.contact().get(field);
        return known == null || known.changedAt().isBefore(time);
    }

    private static boolean same(@Nullable SealedValue one, @Nullable SealedValue other) {
        return one == null ? other == null : other != null && one.fingerprint().equals(other.fingerprint());
    }

    /** Compares the stage with what the rules say now. Only a review moves the moment as of which they look. */
    private void settle(@Nullable String orderId, @Nullable Instant asOf) {
        var present = customer.standing();
        var knownSince = customer.knownSince();
        if (present == null || knownSince == null) {
            return;
        }
        var standing = policies.assess(customer.orders(), knownSince, later(asOf, customer.reviewedAsOf()));
        if (standing.stage() != present.stage()) {
            var cause = new Cause(standing.rule(), policies.daysOf(standing.rule()), orderId, asOf);
            happens(new StageChanged(present.stage(), standing.stage(), standing.since(), cause));
        } else if (!standing.since().equals(present.since())) {
            happens(new StageDateCorrected(standing.stage(), standing.since()));
        }
    }

    private OrderTimeCorrected corrected(NoteOrder order) {
        var orders = customer.orders().with(order.shop(), order.orderId(), order.orderedAt());
        return new OrderTimeCorrected(order.shop(), order.orderId(), order.orderedAt(), orders.summary());
    }

    private OrderCancelledNoted cancelled(NoteOrder order) {
        var orders = customer.orders().cancelled(order.shop(), order.orderId());
        return new OrderCancelledNoted(order.shop(), order.orderId(), orders.summary());
    }

    private @Nullable SealedValue known(ContactField field) {
        var known = customer.contact().get(field);
        return known == null ? null : known.value();
    }

    private void happens(CustomerEvent event) {
        events.add(event);
        customer = Customer.evolve(customer, event);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
