package io.guanxi.loyalty.account.messaging;

import io.guanxi.contracts.EventTypes;
import io.guanxi.loyalty.account.domain.TierEvent;
import io.guanxi.loyalty.account.domain.TierEvent.Reason;
import io.guanxi.loyalty.account.domain.TierEvent.TierChanged;
import io.guanxi.loyalty.account.domain.TierEvent.TierFloorChanged;
import io.guanxi.loyalty.account.domain.TierEvent.TierGraceBegan;
import io.guanxi.loyalty.account.domain.TierEvent.TierKept;
import io.guanxi.loyalty.account.domain.TierStanding;
import io.guanxi.loyalty.account.messaging.LoyaltyPublication.Telling;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What others learn of tiers: that the one which counts is another. */
final class TellingOfTiers {

    private TellingOfTiers() {}

    static @Nullable Telling of(String customerId, TierEvent event) {
        return switch (event) {
            case TierChanged e -> changed(customerId, e, e.from(), e.reason());
            case TierKept e -> null;
            case TierGraceBegan e -> null;
            case TierFloorChanged e -> changed(customerId, e, e.from(), e.reason());
        };
    }

    /** Under a higher floor, the earned tier may change without anybody's notice. */
    private static @Nullable Telling changed(String customerId, TierEvent event, @Nullable String from, Reason reason) {
        TierStanding standing = event.standing();
        if (standing.tier().equals(from)) {
            return null;
        }
        return new Telling(
                EventTypes.CRM_LOYALTY_TIER_CHANGED,
                new Published.TierChanged(
                        customerId,
                        from,
                        standing.tier(),
                        reason.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        event.ruleVersion(),
                        standing.grace() == null ? standing.review() : standing.grace()));
    }
}
