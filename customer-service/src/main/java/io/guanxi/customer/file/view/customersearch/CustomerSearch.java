package io.guanxi.customer.file.view.customersearch;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.customer.file.contact.SearchKey;
import io.guanxi.eventing.view.Sort;
import io.guanxi.eventing.view.ViewStore;
import io.guanxi.eventing.view.Views;
import io.guanxi.web.Page;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds customers of one tenant. */
@Component
public class CustomerSearch {

    private static final Sort BY_TERM = Sort.ascending(CustomerSearchView.TERM);

    private final ViewStore<CustomerTerm> terms;
    private final SearchKey searchKey;

    CustomerSearch(Views views, CustomerSearchView view, SearchKey searchKey) {
        this.terms = views.store(view);
        this.searchKey = searchKey;
    }

    /**
     * Customers who have exactly this shop id, e-mail address or telephone number.
     *
     * @param value in the form that contact data is kept in
     */
    public Page<CustomerKey> having(String tenant, SearchKind kind, String value, @Nullable String cursor, int limit) {
        var scope = kind.scope(tenant);
        var term = searchKey.term(scope, ExactTerms.folded(kind, value));
        return customers(terms.page(
                and(eq(CustomerSearchView.SCOPE, scope), eq(CustomerSearchView.TERM, term)), BY_TERM, cursor, limit));
    }

    /**
     * Customers whose name has a word, or a Chinese character, from which on it begins like this; each once, in the order of
     * what was found. A page may hold fewer than {@code limit} and still have a next one.
     */
    public Page<CustomerKey> named(String tenant, String beginning, @Nullable String cursor, int limit) {
        var prefix = NameTerms.folded(beginning);
        if (prefix.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        var found = terms.page(beginningWith(SearchKind.NAME.scope(tenant), prefix), BY_TERM, cursor, limit);
        var once = found.items().stream()
                .filter(term -> term.isFirstThatBeginsWith(prefix))
                .toList();
        return customers(new Page<>(once, found.next()));
    }

    private static Bson beginningWith(String scope, String prefix) {
        return and(
                eq(CustomerSearchView.SCOPE, scope),
                gte(CustomerSearchView.TERM, prefix),
                lt(CustomerSearchView.TERM, firstAfterAllThatBeginWith(prefix)));
    }

    private static String firstAfterAllThatBeginWith(String prefix) {
        var last = prefix.codePointBefore(prefix.length());
        var stem = prefix.substring(0, prefix.length() - Character.charCount(last));
        return stem + Character.toString(last + 1);
    }

    private static Page<CustomerKey> customers(Page<CustomerTerm> page) {
        return new Page<>(
                page.items().stream()
                        .map(term -> CustomerKey.parse(term.customer()))
                        .toList(),
                page.next());
    }
}
