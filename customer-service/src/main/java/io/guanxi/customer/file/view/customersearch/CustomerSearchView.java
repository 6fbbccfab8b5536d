package io.guanxi.customer.file.view.customersearch;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.customer.file.contact.KeyRing;
import io.guanxi.customer.file.contact.Profile;
import io.guanxi.customer.file.contact.SearchKey;
import io.guanxi.customer.file.domain.ContactField;
import io.guanxi.customer.file.domain.CustomerEvent.ContactChanged;
import io.guanxi.customer.file.domain.CustomerEvent.CustomerRecognised;
import io.guanxi.customer.file.domain.CustomerEvent.CustomerRegistered;
import io.guanxi.customer.file.domain.SealedValue;
import io.guanxi.eventing.view.View;
import io.guanxi.eventing.view.ViewIndex;
import io.guanxi.eventlog.RecordedEvent;
import java.lang.ref.WeakReference;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A document for each term. Its key holds only hashes, because a key outlives its document; a name stands readable in the
 * document alone. A change names the old value too, so its terms are found again and go.
 */
@Component
class CustomerSearchView implements View<CustomerTerm> {

    static final String SCOPE = "scope";
    static final String TERM = "term";

    private final KeyRing keys;
    private final SearchKey searchKey;

    private volatile @Nullable Opened latest;

    CustomerSearchView(KeyRing keys, SearchKey searchKey) {
        this.keys = keys;
        this.searchKey = searchKey;
    }

    @Override
    public String name() {
        return "customer-search";
    }

    @Override
    public Class<CustomerTerm> document() {
        return CustomerTerm.class;
    }

    @Override
    public List<ViewIndex> indexes() {
        return List.of(ViewIndex.on(SCOPE, TERM));
    }

    @Override
    public List<String> keys(RecordedEvent event) {
        var terms = termsOf(event);
        var touched = new HashSet<>(terms.before().keySet());
        touched.addAll(terms.after().keySet());
        return List.copyOf(touched);
    }

    @Override
    public @Nullable CustomerTerm evolve(String key, @Nullable CustomerTerm current, RecordedEvent event) {
        return termsOf(event).after().get(key);
    }

    private Terms termsOf(RecordedEvent event) {
        return switch (event.payload()) {
            case CustomerRecognised e -> Terms.added(exact(event.stream(), SearchKind.EXTERNAL_ID, e.externalId()));
            case CustomerRegistered e -> Terms.added(exact(event.stream(), SearchKind.EXTERNAL_ID, e.externalId()));
            case ContactChanged e -> remembered(event, e);
            default -> Terms.NONE;
        };
    }

    /** An event is asked for its keys and then for each of them; opening its values each time would ask for the key each time. */
    private Terms remembered(RecordedEvent event, ContactChanged change) {
        var known = latest;
        var terms = known != null && known.isOf(event) ? known.terms().get() : null;
        if (terms == null) {
            terms = opened(event.stream(), change);
            latest = new Opened(event, new WeakReference<>(terms));
        }
        return terms;
    }

    private Terms opened(String customer, ContactChanged change) {
        var before = new EnumMap<ContactField, SealedValue>(ContactField.class);
        var after = new EnumMap<ContactField, SealedValue>(ContactField.class);
        change.changes().forEach((field, values) -> {
            if (values.from() != null) {
                before.put(field, values.from());
            }
            if (values.to() != null) {
                after.put(field, values.to());
            }
        });
        return keys.find(CustomerKey.parse(customer))
                .map(seal -> new Terms(terms(customer, seal.open(before)), terms(customer, seal.open(after))))
                .orElse(Terms.NONE);
    }

    private Map<String, CustomerTerm> terms(String customer, Profile profile) {
        var terms = new LinkedHashMap<String, CustomerTerm>();
        profile.values()
                .forEach((field, value) -> SearchKind.of(field)
                        .ifPresent(kind -> terms.putAll(
                                kind == SearchKind.NAME ? named(customer, value) : exact(customer, kind, value))));
        return terms;
    }

    private Map<String, CustomerTerm> named(String customer, String name) {
        var scope = scope(customer, SearchKind.NAME);
        var siblings = NameTerms.of(name);
        var terms = new LinkedHashMap<String, CustomerTerm>();
        for (var term : siblings) {
            terms.put(
                    key(scope, searchKey.term(scope, term), customer),
                    new CustomerTerm(scope, term, customer, siblings));
        }
        return terms;
    }

    private Map<String, CustomerTerm> exact(String customer, SearchKind kind, String value) {
        var scope = scope(customer, kind);
        var term = searchKey.term(scope, ExactTerms.folded(kind, value));
        return Map.of(key(scope, term, customer), new CustomerTerm(scope, term, customer, List.of()));
    }

    private static String scope(String customer, SearchKind kind) {
        return kind.scope(CustomerKey.parse(customer).tenant());
    }

    private static String key(String scope, String hash, String customer) {
        return scope + "/" + hash + "/" + CustomerKey.parse(customer).customerId();
    }

    /**
     * What the event that is being handled says, readable: of that very delivery, for it is read anew by the next, when the
     * key may be gone, and held by nothing but this, so that it does not stay when the batch is over.
     */
    private record Opened(RecordedEvent event, WeakReference<Terms> terms) {

        @SuppressWarnings("ReferenceEquality")
        boolean isOf(RecordedEvent other) {
            return event == other;
        }
    }

    /** The terms that an event takes away, unless it gives them again, and those that it gives. */
    private record Terms(Map<String, CustomerTerm> before, Map<String, CustomerTerm> after) {

        static final Terms NONE = new Terms(Map.of(), Map.of());

        static Terms added(Map<String, CustomerTerm> after) {
            return new Terms(Map.of(), after);
        }
    }
}
