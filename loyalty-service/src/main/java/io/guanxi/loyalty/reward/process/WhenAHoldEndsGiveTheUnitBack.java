package io.guanxi.loyalty.reward.process;

import io.guanxi.eventing.follow.Work;
import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.kernel.Origin;
import io.guanxi.loyalty.account.domain.CheckoutEntry.HoldReleased;
import io.guanxi.loyalty.reward.domain.RewardCommand.GiveUnitBack;
import java.util.List;

/**
 * Puts the unit of a reward back whose points did not pay after all. A hold that has given its unit back gives none back
 * again, so that a repeated event changes nothing.
 */
final class WhenAHoldEndsGiveTheUnitBack implements Work {

    private final GiveBack giveBack;

    /** Tells {@link io.guanxi.loyalty.reward.command.RewardStocks}. */
    @FunctionalInterface
    interface GiveBack {
        void unit(String reward, GiveUnitBack command, Origin origin);
    }

    WhenAHoldEndsGiveTheUnitBack(GiveBack giveBack) {
        this.giveBack = giveBack;
    }

    @Override
    public String name() {
        return "reward-units";
    }

    @Override
    public void apply(List<RecordedEvent> events) {
        for (RecordedEvent event : events) {
            if (event.payload() instanceof HoldReleased released && released.reward() != null) {
                var origin = new Origin(event.tenant(), event.correlationId(), event.id(), event.actor());
                giveBack.unit(released.reward(), new GiveUnitBack(released.holdId(), released.at()), origin);
            }
        }
    }
}
