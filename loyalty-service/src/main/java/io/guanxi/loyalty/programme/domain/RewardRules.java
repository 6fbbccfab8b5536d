package io.guanxi.loyalty.programme.domain;

import io.guanxi.kernel.Money;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What points can be exchanged for.
 *
 * @param code kebab-case, unique in the programme
 * @param names by BCP 47 tag
 * @param purse in which it is priced
 * @param price in points
 * @param value of a voucher: what it takes off an order; absent for goods
 * @param stock how many there are in all; absent is without limit
 * @param perCustomer how many one customer can have in all; absent is without limit
 * @param tier the lowest tier that can have it; absent is any
 * @param validDays of a voucher: how many days it can be used, the day of issue not counted; 0 for goods
 */
public record RewardRules(
        String code,
        Map<String, String> names,
        String purse,
        long price,
        Kind kind,
        @Nullable Money value,
        @Nullable Long stock,
        @Nullable Integer perCustomer,
        @Nullable String tier,
        int validDays) {

    public RewardRules {
        names = Sorted.copyOf(names);
        Checks checks = new Checks();
        checks.code("/code", code);
        checks.names("/names", names);
        checks.code("/purse", purse);
        checks.within("/price", price, 1, Checks.MOST_POINTS);
        checks.positive("/value", value);
        switch (kind) {
            case VOUCHER -> {
                checks.that(value != null, "/value", null, "an amount of money with VOUCHER");
                checks.within("/validDays", validDays, 1, Checks.MOST_DAYS);
            }
            case GOODS -> {
                checks.that(value == null, "/value", value, "absent with GOODS");
                checks.that(validDays == 0, "/validDays", validDays, "0 with GOODS");
            }
        }
        checks.withinIfThere("/stock", stock, 0, Checks.MOST_POINTS);
        checks.withinIfThere("/perCustomer", perCustomer, 1, Integer.MAX_VALUE);
        if (tier != null) {
            checks.code("/tier", tier);
        }
        checks.refuse();
    }

    public enum Kind {
        VOUCHER,
        GOODS
    }
}
