package io.guanxi.loyalty.transfer.process;

import io.guanxi.eventing.follow.Work;
import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.kernel.Origin;
import io.guanxi.loyalty.account.domain.GiftEntry.PointsSent;
import io.guanxi.loyalty.account.domain.GiftEntry.TransferDeclined;
import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReceivePoints;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.TakeBackTransfer;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.Stamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Points that were sent are received by the other account, or declined by it for good; what was declined is taken back. Each
 * step has its effect once, however often it is done and whoever does it late: the receiver's log decides between the two.
 */
final class WhenPointsAreSentHandThemOver implements Work {

    private final Accounts accounts;
    private final Clock clock;

    /** Tells {@link io.guanxi.loyalty.account.command.LoyaltyAccounts}. */
    @FunctionalInterface
    interface Accounts {
        void send(LoyaltyCommand command, Origin origin);
    }

    WhenPointsAreSentHandThemOver(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "transfers";
    }

    @Override
    public void apply(List<RecordedEvent> events) {
        for (RecordedEvent event : events) {
            if (event.payload() instanceof LoyaltyEvent happened) {
                LoyaltyCommand next = next(event.stream(), happened, event.id(), clock.instant());
                if (next != null) {
                    accounts.send(next, new Origin(event.tenant(), event.correlationId(), event.id(), event.actor()));
                }
            }
        }
    }

    /** What an event asks of another account; null if nothing. It happens there when it happened here, or later. */
    static @Nullable LoyaltyCommand next(String account, LoyaltyEvent event, String id, Instant now) {
        if (event instanceof PointsSent sent) {
            return new ReceivePoints(
                    sent.to(),
                    sent.transferId(),
                    account,
                    sent.toFamily(),
                    sent.purse(),
                    sent.parcels(),
                    stamp(event, id, now));
        }
        if (event instanceof TransferDeclined declined) {
            return new TakeBackTransfer(
                    declined.from(),
                    declined.transferId(),
                    account,
                    declined.purse(),
                    declined.parcels(),
                    stamp(event, id, now));
        }
        return null;
    }

    private static Stamp stamp(LoyaltyEvent event, String id, Instant now) {
        return new Stamp(id, Objects.requireNonNull(event.at(), "a gift has its time"), now);
    }
}
