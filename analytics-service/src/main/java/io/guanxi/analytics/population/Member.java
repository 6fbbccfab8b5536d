package io.guanxi.analytics.population;

import io.guanxi.analytics.history.domain.CustomerHistory;
import io.guanxi.analytics.picture.domain.Standing;

/**
 * A customer of a tenant with all that is remembered.
 *
 * @param customerId a UUID, without the tenant
 * @param standing as it was last reviewed; what is asked of another day is found by going on from it, or back
 */
public record Member(String customerId, CustomerHistory history, Standing standing) {

    /** Of a customer who was never reviewed. */
    public Member(String customerId, CustomerHistory history) {
        this(customerId, history, Standing.NONE);
    }
}
