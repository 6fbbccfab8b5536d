package io.guanxi.customer.file.contact;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.guanxi.contracts.CustomerKey;
import io.guanxi.customer.file.domain.CustomerRejection;
import io.guanxi.kernel.CommandRefused;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The keys in the collection {@code customer_keys}, each wrapped under a key derived from the master key:
 * {@code {_id: customer, keyId, wrapped, master: fingerprint of the master key}}. A destroyed one has no {@code wrapped} but
 * {@code destroyedAt}, and stays so that no new one takes its place.
 */
public final class MongoKeyRing implements KeyRing {

    /** The collection's name; it needs no index but that on {@code _id}. */
    static final String COLLECTION = "customer_keys";

    private static final int KEY_BYTES = 32;
    private static final int KEY_ID_BYTES = 8;

    private final MongoCollection<Document> keys;
    private final SecretKey wrapping;
    private final String master;
    private final SecureRandom random = new SecureRandom();

    public MongoKeyRing(MongoDatabase database, MasterKey masterKey) {
        this.keys = database.getCollection(COLLECTION);
        this.wrapping = masterKey.derive("guanxi:customer-keys:wrap", "AES");
        this.master = masterKey.fingerprint();
    }

    @Override
    public CustomerSeal sealFor(CustomerKey customer) {
        var kept = kept(customer);
        return usable(kept == null ? created(customer) : kept);
    }

    @Override
    public Optional<CustomerSeal> find(CustomerKey customer) {
        return Optional.ofNullable(kept(customer)).flatMap(this::unwrapped);
    }

    @Override
    public Map<CustomerKey, CustomerSeal> findAll(Collection<CustomerKey> customers) {
        var seals = new HashMap<CustomerKey, CustomerSeal>();
        var ids = customers.stream().map(CustomerKey::toString).toList();
        for (var kept : keys.find(in("_id", ids))) {
            unwrapped(kept).ifPresent(seal -> seals.put(CustomerKey.parse(kept.getString("_id")), seal));
        }
        return seals;
    }

    @Override
    public void destroy(CustomerKey customer, Instant at) {
        keys.updateOne(
                eq("_id", customer.toString()),
                Updates.combine(Updates.unset("wrapped"), Updates.set("destroyedAt", at.toString())),
                new UpdateOptions().upsert(true));
    }

    @Override
    public boolean isDestroyed(CustomerKey customer) {
        var kept = kept(customer);
        return kept != null && kept.get("wrapped") == null;
    }

    private CustomerSeal usable(Document kept) {
        return unwrapped(kept).orElseThrow(() -> new CommandRefused(new CustomerRejection.CustomerErased()));
    }

    private @Nullable Document kept(CustomerKey customer) {
        return keys.find(eq("_id", customer.toString())).first();
    }

    private Document created(CustomerKey customer) {
        var keyId = HexFormat.of().formatHex(randomBytes(KEY_ID_BYTES));
        var wrapped = Sealing.seal(wrapping, randomBytes(KEY_BYTES), context(customer.toString(), keyId), random);
        var created = new Document("_id", customer.toString())
                .append("keyId", keyId)
                .append("wrapped", wrapped)
                .append("master", master);
        try {
            keys.insertOne(created);
            return created;
        } catch (MongoWriteException e) {
            var other = e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY ? kept(customer) : null;
            if (other == null) {
                throw e;
            }
            return other;
        }
    }

    private Optional<CustomerSeal> unwrapped(Document kept) {
        var wrapped = kept.getString("wrapped");
        if (wrapped == null) {
            return Optional.empty();
        }
        if (!master.equals(kept.getString("master"))) {
            throw new IllegalStateException("customer keys are wrapped under master key " + kept.getString("master")
                    + " (configured: " + master + ")");
        }
        var customer = kept.getString("_id");
        var keyId = kept.getString("keyId");
        var key = new SecretKeySpec(Sealing.open(wrapping, wrapped, context(customer, keyId)), "HKDF");
        return Optional.of(new CustomerSeal(customer, keyId, key, random));
    }

    private byte[] randomBytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String context(String customer, String keyId) {
        return customer + "/" + keyId;
    }
}
