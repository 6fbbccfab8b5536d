package io.guanxi.contracts;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Whose event it is: the partition key of every topic, the aggregate id and the id of a read model's document.
 *
 * <p>The customer id is derived from what a shop calls its customer, so no service needs a look-up to know whose order it
 * reads, and it is a pseudonym: it says nothing about the person to somebody who does not have the shop's data.
 *
 * @param tenant the firm that Guanxi is run for: a lower-case letter or digit, then up to 62 of those or hyphens
 * @param customerId a UUID in its canonical lower-case form
 */
public record CustomerKey(String tenant, String customerId) {

    /** Part of the contract: with another namespace every customer would be somebody else. */
    static final UUID NAMESPACE = UUID.fromString("6f9a2c1e-5b0d-4e57-9c3b-0d8f4a7e2b61");

    private static final Pattern TENANT = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern CUSTOMER_ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** @throws IllegalArgumentException if either part does not have its form */
    public CustomerKey {
        if (!isTenant(tenant)) {
            throw new IllegalArgumentException("tenant: " + tenant + " (expected: " + TENANT + ")");
        }
        if (!CUSTOMER_ID.matcher(customerId).matches()) {
            throw new IllegalArgumentException("customerId: " + customerId + " (expected: a lower-case UUID)");
        }
    }

    /**
     * The key of the customer whom a shop calls {@code externalId}: UUID version 5 of {@code 4:acme/3:web/5:00021}, each
     * part led by its length in UTF-8 bytes, so that no two triples give the same name.
     *
     * @param externalId the shop's own id, taken as it is: no trimming, no change of case, no Unicode normalisation
     * @throws IllegalArgumentException if the tenant does not have its form, or shop or external id are empty or are not
     *     Unicode text (half of a surrogate pair)
     */
    public static CustomerKey of(String tenant, String shop, String externalId) {
        String name = part("tenant", tenant) + "/" + part("shop", shop) + "/" + part("externalId", externalId);
        return new CustomerKey(
                tenant, UuidCreator.getNameBasedSha1(NAMESPACE, name).toString());
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if it is not {@code tenant/customerId}
     */
    public static CustomerKey parse(String key) {
        int slash = key.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("customer key without a slash (expected: tenant/customerId)");
        }
        return new CustomerKey(key.substring(0, slash), key.substring(slash + 1));
    }

    /** Whether this has the form of a tenant's name. */
    public static boolean isTenant(String candidate) {
        return TENANT.matcher(candidate).matches();
    }

    private static String part(String what, String value) {
        // An unpaired surrogate has no UTF-8 form; a replacement character would make two customers one.
        if (value.isEmpty() || !StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            throw new IllegalArgumentException(what + " is empty or not Unicode text");
        }
        return value.getBytes(StandardCharsets.UTF_8).length + ":" + value;
    }

    @Override
    public String toString() {
        return tenant + "/" + customerId;
    }
}
