package io.guanxi.analytics.value.stream;

import io.guanxi.analytics.value.domain.SumsByCurrency;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * In which currency a tenant's customers are compared.
 *
 * @param byTenant tenants for which it is said
 * @param otherwise for all other tenants; null to take the currency in which a tenant has sold most orders
 */
record Currencies(Map<String, String> byTenant, @Nullable String otherwise) {

    Currencies {
        byTenant = Map.copyOf(byTenant);
    }

    /** Null as long as nothing is said and nothing was sold. */
    @Nullable
    String of(String tenant, SumsByCurrency sums) {
        String said = byTenant.getOrDefault(tenant, otherwise);
        return said != null ? said : sums.mainCurrency().orElse(null);
    }
}
