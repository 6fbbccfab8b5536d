package io.guanxi.loyalty.rehearsal.domain;

import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import java.util.Locale;

/**
 * What really was done and could not have been done by the rehearsed rules.
 *
 * @param code why, as the refusal names it
 * @param points how many points it was about; 0 if it does not say
 */
public record RefusedInput(Kind kind, String code, long points) {

    static RefusedInput of(LoyaltyCommand command, String code) {
        return switch (command) {
            case LoyaltyCommand.HoldPoints c -> new RefusedInput(Kind.REDEMPTION, code, c.points());
            case LoyaltyCommand.HoldForReward c -> new RefusedInput(Kind.REDEMPTION, code, 0);
            case LoyaltyCommand.Checkout c -> new RefusedInput(Kind.REDEMPTION_STEP, code, 0);
            case LoyaltyCommand.SendPoints c -> new RefusedInput(Kind.GIFT, code, c.points());
            case LoyaltyCommand.GrantGoodwill c -> new RefusedInput(Kind.GIFT, code, c.points());
            case LoyaltyCommand.Giving c -> new RefusedInput(Kind.GIFT, code, 0);
            case LoyaltyCommand.OrderNews c -> new RefusedInput(Kind.ORDER, code, 0);
            case LoyaltyCommand.Standing c -> new RefusedInput(Kind.STANDING, code, 0);
            case LoyaltyCommand.AdvanceTime c -> new RefusedInput(Kind.STANDING, code, 0);
        };
    }

    /** What kind of command it was. */
    public enum Kind {
        /** Points were to pay for a basket or a reward. */
        REDEMPTION,
        /** A later step of a redemption; usually because the redemption itself was refused before. */
        REDEMPTION_STEP,
        GIFT,
        ORDER,
        STANDING;

        /** As a report names it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
