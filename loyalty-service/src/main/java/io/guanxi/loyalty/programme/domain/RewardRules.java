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
 * @param validDays of a voucher: how many days it can be used, the day of issue not counted
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
        names = Map.copyOf(names);
    }

    public enum Kind {
        VOUCHER,
        GOODS
    }
}
