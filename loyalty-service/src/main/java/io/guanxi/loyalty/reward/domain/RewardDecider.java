package io.guanxi.loyalty.reward.domain;

import io.guanxi.kernel.Decision;
import io.guanxi.loyalty.reward.domain.RewardCommand.GiveUnitBack;
import io.guanxi.loyalty.reward.domain.RewardCommand.TakeUnit;
import io.guanxi.loyalty.reward.domain.RewardEvent.UnitGivenBack;
import io.guanxi.loyalty.reward.domain.RewardEvent.UnitTaken;
import io.guanxi.loyalty.reward.domain.RewardRejection.HoldIsOver;
import io.guanxi.loyalty.reward.domain.RewardRejection.RewardIsGone;

/** Decides about the stock of one reward. A hold gets one unit, and after it has given one back none again. */
public final class RewardDecider {

    private RewardDecider() {}

    public static Decision<RewardEvent, RewardRejection> decide(RewardStock stock, RewardCommand command) {
        return switch (command) {
            case TakeUnit c -> take(stock, c);
            case GiveUnitBack c -> giveBack(stock, c);
        };
    }

    private static Decision<RewardEvent, RewardRejection> take(RewardStock stock, TakeUnit c) {
        if (stock.units().containsKey(c.holdId())) {
            return stock.has(c.holdId()) ? Decision.nothing() : Decision.refuse(new HoldIsOver(c.holdId()));
        }
        if (c.stock() != null && stock.taken() >= c.stock()) {
            return Decision.refuse(new RewardIsGone(c.stock()));
        }
        return Decision.accept(new UnitTaken(c.holdId(), c.account(), stock.taken() + 1, c.at()));
    }

    /** It is noted also where no unit was taken, so that one who is late gets none that nobody would give back. */
    private static Decision<RewardEvent, RewardRejection> giveBack(RewardStock stock, GiveUnitBack c) {
        boolean has = stock.has(c.holdId());
        if (stock.units().containsKey(c.holdId()) && !has) {
            return Decision.nothing();
        }
        return Decision.accept(new UnitGivenBack(c.holdId(), has, stock.taken() - (has ? 1 : 0), c.at()));
    }
}
