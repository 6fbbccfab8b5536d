package io.guanxi.loyalty.programme.domain;

import io.guanxi.kernel.Money;
import java.math.RoundingMode;
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
        @Nullable Money value) {}
