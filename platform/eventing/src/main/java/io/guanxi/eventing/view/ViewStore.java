package io.guanxi.eventing.view;

import io.guanxi.web.Page;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Reads the documents of a view. In a filter, fields are named as in the document; an instant is text of fixed width
 * ({@link StoredInstant}), an amount is text.
 *
 * <p>All methods let the driver's exceptions through when the store cannot be reached.
 */
public interface ViewStore<D> {

    Optional<D> find(String key);

    /** With its version, for conditional reads and changes. */
    Optional<Versioned<D>> findVersioned(String key);

    /** Those of the documents that exist, by key. */
    Map<String, D> findAll(Collection<String> keys);

    /**
     * One part of a list. A document that is inserted or removed meanwhile shifts no other one into or out of a page.
     *
     * @param filter should name the tenant first, and be served by one of the view's indexes together with the sort
     * @param cursor what the page before gave; null for the first page
     * @param limit at least 1
     * @throws io.guanxi.web.RequestRefused if the cursor is not one of this list
     */
    Page<D> page(Bson filter, Sort sort, @Nullable String cursor, int limit);

    long count(Bson filter);
}
