package io.guanxi.loyalty.account;

import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.AccountOpened;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.CancellationNoted;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.NothingEarned;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.PointsEarned;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.PointsReversedByCancellation;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.PointsReversedByReturn;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.RefundCarriedForward;
import io.guanxi.loyalty.programme.ProgrammeEventNames;

/** The names under which the events of accounts and programmes are stored for ever. */
public final class LoyaltyEventNames {

    private LoyaltyEventNames() {}

    public static EventCatalogue catalogue() {
        return ProgrammeEventNames.addTo(EventCatalogue.builder())
                .event("loyalty.account-opened", AccountOpened.class)
                .event("loyalty.points-earned", PointsEarned.class)
                .event("loyalty.nothing-earned", NothingEarned.class)
                .event("loyalty.points-reversed-by-return", PointsReversedByReturn.class)
                .event("loyalty.refund-carried-forward", RefundCarriedForward.class)
                .event("loyalty.points-reversed-by-cancellation", PointsReversedByCancellation.class)
                .event("loyalty.cancellation-noted", CancellationNoted.class)
                .build();
    }
}
