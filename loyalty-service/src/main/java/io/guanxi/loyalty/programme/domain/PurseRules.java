package io.guanxi.loyalty.programme.domain;

import io.guanxi.kernel.Money;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One currency of points.
 *
 * @param code kebab-case, unique in the programme, the same for ever: it names the purse in every account
 * @param spendable whether points of it can buy anything; if not, they only count for tiers
 * @param rounding how the sum of all terms becomes whole points, once for each order
 * @param maturity when earned points become available
 * @param caps the most that orders can earn
 * @param value what one point is worth to the programme's books; absent if no liability is stated for it
 */
public record PurseRules(
        String code,
        boolean spendable,
        RoundingMode rounding,
        MaturityRule maturity,
        ExpiryRule expiry,
        EarningCaps caps,
        @Nullable Money value) {

    /** Amounts are never negative, so floor and ceiling would be other names for down and up. */
    private static final Set<RoundingMode> ROUNDINGS = EnumSet.of(
            RoundingMode.DOWN, RoundingMode.UP, RoundingMode.HALF_DOWN, RoundingMode.HALF_UP, RoundingMode.HALF_EVEN);

    public PurseRules {
        Checks checks = new Checks();
        checks.code("/code", code);
        checks.that(ROUNDINGS.contains(rounding), "/rounding", rounding, "one of " + ROUNDINGS);
        checks.positive("/value", value);
        checks.refuse();
    }
}
