package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.value.domain.SumsByCurrency;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * In which currency a tenant's customers are compared, as configured.
 *
 * @param byTenant tenants for which it is said
 * @param otherwise for all other tenants; null to take the currency in which a tenant has sold most orders
 * @param rates by tenant and currency
 */
record Currencies(
        Map<String, String> byTenant, @Nullable String otherwise, Map<String, Map<String, BigDecimal>> rates) {

    Currencies {
        byTenant = Map.copyOf(byTenant);
        rates = Map.copyOf(rates);
        for (String tenant : rates.keySet()) {
            if (byTenant.getOrDefault(tenant, otherwise) == null) {
                throw new IllegalArgumentException("guanxi.analytics.rates." + tenant
                        + ": rates into no currency (expected: guanxi.analytics.currencies." + tenant + ")");
            }
        }
    }

    /** Null as long as nothing is said and nothing was sold. */
    @Nullable
    String of(String tenant, SumsByCurrency sums) {
        String said = byTenant.getOrDefault(tenant, otherwise);
        return said != null ? said : sums.mainCurrency().orElse(null);
    }

    /** Null if nothing is said. */
    @Nullable
    Conversion conversion(String tenant) {
        String said = byTenant.getOrDefault(tenant, otherwise);
        return said == null ? null : new Conversion(said, rates.getOrDefault(tenant, Map.of()));
    }
}
