package io.guanxi.loyalty.care.web;

import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.PurseStanding;
import io.guanxi.loyalty.account.domain.TierStanding;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What people are answered. What does not concern an answer is absent. */
final class CareAnswers {

    private CareAnswers() {}

    /**
     * Points that were added or taken.
     *
     * @param id of the adjustment, the transfer or the ticket; the account's entries name it too
     * @param points added; negative if taken
     * @param balance what can be used of the purse afterwards
     * @param debt what the account owes of it afterwards
     */
    record Posted(String id, String purse, long points, long balance, long debt) {

        static Posted of(LoyaltyAccount account, String id, String purse, long points) {
            PurseStanding standing = account.purse(purse);
            return new Posted(id, purse, points, standing.available(), standing.debt());
        }
    }

    /**
     * Where the customer stands.
     *
     * @param tier that counts; absent if the account has none
     * @param earned without the floor
     */
    record TierAnswer(
            @Nullable String tier,
            @Nullable String earned,
            @Nullable FloorAnswer floor) {

        static TierAnswer of(LoyaltyAccount account) {
            TierStanding standing = account.tier();
            return standing == null
                    ? new TierAnswer(null, null, null)
                    : new TierAnswer(standing.tier(), standing.earned(), FloorAnswer.of(standing.floor()));
        }
    }

    record FloorAnswer(
            String tier,
            String reason,
            String person,
            @Nullable Instant until) {

        static @Nullable FloorAnswer of(TierStanding.@Nullable Floor floor) {
            return floor == null ? null : new FloorAnswer(floor.tier(), floor.reason(), floor.person(), floor.until());
        }
    }

    /** @param grade absent if the customer has none */
    record GradeAnswer(@Nullable String grade) {}
}
