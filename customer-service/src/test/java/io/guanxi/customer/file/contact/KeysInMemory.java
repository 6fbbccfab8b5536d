package io.guanxi.customer.file.contact;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.customer.file.domain.CustomerRejection.CustomerErased;
import io.guanxi.kernel.CommandRefused;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Keys without a store, and how often they were asked for. */
public final class KeysInMemory implements KeyRing {

    private final SecureRandom random = new SecureRandom();
    private final Map<CustomerKey, SecretKey> keys = new HashMap<>();
    private final Set<CustomerKey> destroyed = new HashSet<>();
    private int asked;

    public int asked() {
        return asked;
    }

    @Override
    public CustomerSeal sealFor(CustomerKey customer) {
        if (isDestroyed(customer)) {
            throw new CommandRefused(new CustomerErased());
        }
        return seal(customer, keys.computeIfAbsent(customer, somebody -> newKey()));
    }

    @Override
    public Optional<CustomerSeal> find(CustomerKey customer) {
        asked++;
        return Optional.ofNullable(keys.get(customer)).map(key -> seal(customer, key));
    }

    @Override
    public Map<CustomerKey, CustomerSeal> findAll(Collection<CustomerKey> customers) {
        var seals = new HashMap<CustomerKey, CustomerSeal>();
        customers.forEach(customer -> find(customer).ifPresent(seal -> seals.put(customer, seal)));
        return seals;
    }

    @Override
    public void destroy(CustomerKey customer, Instant at) {
        keys.remove(customer);
        destroyed.add(customer);
    }

    @Override
    public boolean isDestroyed(CustomerKey customer) {
        return destroyed.contains(customer);
    }

    private CustomerSeal seal(CustomerKey customer, SecretKey key) {
        return new CustomerSeal(customer.toString(), "0011223344556677", key, random);
    }

    private SecretKey newKey() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return new SecretKeySpec(bytes, "HKDF");
    }
}
