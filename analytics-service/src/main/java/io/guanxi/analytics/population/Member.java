package io.guanxi.analytics.population;

import io.guanxi.analytics.history.domain.CustomerHistory;

/**
 * A customer of a tenant with all that is remembered.
 *
 * @param customerId a UUID, without the tenant
 */
public record Member(String customerId, CustomerHistory history) {}
