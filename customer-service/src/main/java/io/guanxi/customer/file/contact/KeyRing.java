package io.guanxi.customer.file.contact;

import io.guanxi.contracts.CustomerKey;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Holds one random key for each customer whose contact data is kept. Nothing is remembered between calls, so a destroyed
 * key is gone from the next call on, in every process.
 */
public interface KeyRing {

    /**
     * The seal of a customer, with a new key if there is none yet.
     *
     * @throws io.guanxi.kernel.CommandRefused {@code customer-erased} if the key was destroyed
     */
    CustomerSeal sealFor(CustomerKey customer);

    /** Empty if the customer has no key, or none any more. */
    Optional<CustomerSeal> find(CustomerKey customer);

    /** Those of the customers who have a key, by customer. */
    Map<CustomerKey, CustomerSeal> findAll(Collection<CustomerKey> customers);

    /** Makes everything that was ever sealed for this customer unreadable, for good; nothing can be sealed any more. */
    void destroy(CustomerKey customer, Instant at);

    /** Whether the customer's key was destroyed. */
    boolean isDestroyed(CustomerKey customer);
}
