package io.guanxi.loyalty.account.domain;

import io.guanxi.loyalty.account.domain.LoyaltyCommand.Giving;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Points that no order makes, and points of orders that are put right. */
final class GivingPoints {

    private GivingPoints() {}

    static @Nullable LoyaltyRejection apply(Unfolding course, Giving command, Instant at) {
        return switch (command) {
            case LoyaltyCommand.SendPoints c -> SendingPoints.send(course, c, at);
            case LoyaltyCommand.ReceivePoints c -> ReceivingPoints.receive(course, c, at);
            case LoyaltyCommand.TakeBackTransfer c -> TakingBackTransfers.takeBack(course, c, at);
            case LoyaltyCommand.AdjustPoints c -> AdjustingPoints.adjust(course, c, at);
            case LoyaltyCommand.GrantGoodwill c -> GrantingGoodwill.grant(course, c, at);
            case LoyaltyCommand.RewardReferrer c -> JudgingReferrals.reward(course, c, at);
            case LoyaltyCommand.CorrectEarning c -> CorrectingEarning.correct(course, c, at);
        };
    }
}
