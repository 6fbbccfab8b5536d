package io.guanxi.customer.file.contact;

import javax.crypto.SecretKey;

/**
 * Makes search terms that say nothing to a reader of the store: a keyed hash, the same for the same value. The key is one
 * for all customers, since nobody knows whose key to ask for before the search; so erasing a person means removing their
 * terms too.
 */
public final class SearchKey {

    private final SecretKey key;

    public SearchKey(MasterKey masterKey) {
        this.key = masterKey.derive("guanxi:customer-search", "HmacSHA256");
    }

    /**
     * The term for a value.
     *
     * @param scope tenant and kind of value; the same value in two scopes gives two terms
     */
    public String term(String scope, String value) {
        return Sealing.fingerprint(key, scope + "/" + value);
    }
}
