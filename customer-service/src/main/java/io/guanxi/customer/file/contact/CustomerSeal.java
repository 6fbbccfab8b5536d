package io.guanxi.customer.file.contact;

import io.guanxi.customer.file.domain.ContactField;
import io.guanxi.customer.file.domain.SealedValue;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.SecretKey;

/**
 * Seals and opens the contact values of one customer. A value opens only as the field of the customer it was sealed for.
 * Keep it no longer than a request: the customer's key may be destroyed meanwhile.
 */
public final class CustomerSeal {

    private final String customer;
    private final String keyId;
    private final SecretKey sealing;
    private final SecretKey comparing;
    private final SecureRandom random;

    CustomerSeal(String customer, String keyId, SecretKey key, SecureRandom random) {
        this.customer = customer;
        this.keyId = keyId;
        this.sealing = MasterKey.Derivation.derive(key, "guanxi:contact:seal", "AES");
        this.comparing = MasterKey.Derivation.derive(key, "guanxi:contact:compare", "HmacSHA256");
        this.random = random;
    }

    public Map<ContactField, SealedValue> seal(Profile profile) {
        var sealed = new TreeMap<ContactField, SealedValue>();
        profile.values().forEach((field, value) -> sealed.put(field, seal(field, value)));
        return sealed;
    }

    /** The values that can be read; those sealed under a key that is no more are left out. */
    public Profile open(Map<ContactField, SealedValue> contact) {
        var values = new TreeMap<ContactField, String>();
        contact.forEach((field, value) -> {
            if (value.keyId().equals(keyId)) {
                values.put(field, open(field, value));
            }
        });
        return new Profile(values);
    }

    private SealedValue seal(ContactField field, String value) {
        var plain = value.getBytes(StandardCharsets.UTF_8);
        return new SealedValue(
                keyId,
                Sealing.seal(sealing, plain, context(field), random),
                Sealing.fingerprint(comparing, field + ":" + value));
    }

    private String open(ContactField field, SealedValue value) {
        return new String(Sealing.open(sealing, value.cipher(), context(field)), StandardCharsets.UTF_8);
    }

    private String context(ContactField field) {
        return customer + "/" + keyId + "/" + field;
    }
}
