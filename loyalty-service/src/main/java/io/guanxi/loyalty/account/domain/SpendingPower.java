package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.CheckoutPolicy.NOBODY_SPENDS_MORE_THAN_IS_AVAILABLE;
import static io.guanxi.loyalty.account.domain.CheckoutPolicy.POINTS_THAT_ARE_OWED_BUY_NOTHING;

import io.guanxi.loyalty.account.domain.CheckoutRejection.InsufficientPoints;
import io.guanxi.loyalty.account.domain.CheckoutRejection.PurseBuysNothing;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.domain.lots.LotStanding;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.PurseRules;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What can be spent of a purse.
 *
 * @param spendable whether points of it buy anything at present
 * @param debt what must stay available for what the account owes
 * @param nextMatures when the next of the pending points become available; absent if no moment is known
 */
public record SpendingPower(
        String purse,
        boolean spendable,
        long available,
        long debt,
        long pending,
        @Nullable Instant nextMatures) {

    public static SpendingPower of(LoyaltyAccount account, String purse, ProgrammeRules rules) {
        PurseStanding standing = account.purse(purse);
        Instant next = account.lots()
                .in(purse, Bucket.PENDING)
                .map(LotStanding::matures)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
        return new SpendingPower(
                purse,
                rules.purse(purse).map(PurseRules::spendable).orElse(false),
                standing.available(),
                standing.debt(),
                standing.pending(),
                next);
    }

    /** How many points can pay for something now. */
    public long points() {
        return spendable ? Math.max(0, available - debt) : 0;
    }

    @Nullable
    LoyaltyRejection refuses(long asked) {
        if (!spendable) {
            return new PurseBuysNothing(purse);
        }
        return asked <= points() ? null : new InsufficientPoints(asked, points(), debt, pending, nextMatures);
    }

    List<Finding> findings() {
        return List.of(
                POINTS_THAT_ARE_OWED_BUY_NOTHING.found(debt > 0), NOBODY_SPENDS_MORE_THAN_IS_AVAILABLE.found(true));
    }
}
