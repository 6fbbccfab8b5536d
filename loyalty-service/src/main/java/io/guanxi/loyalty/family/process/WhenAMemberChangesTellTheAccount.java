package io.guanxi.loyalty.family.process;

import io.guanxi.eventing.follow.Work;
import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.kernel.CommandRefused;
import io.guanxi.kernel.Origin;
import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import io.guanxi.loyalty.account.domain.Stamp;
import io.guanxi.loyalty.family.domain.FamilyCommand;
import io.guanxi.loyalty.family.domain.FamilyCommand.LeaveFamily;
import io.guanxi.loyalty.family.domain.FamilyEvent;
import io.guanxi.loyalty.family.domain.FamilyEvent.FamilyFounded;
import io.guanxi.loyalty.family.domain.FamilyEvent.InvitationEnded;
import io.guanxi.loyalty.family.domain.FamilyEvent.MemberInvited;
import io.guanxi.loyalty.family.domain.FamilyEvent.MemberJoined;
import io.guanxi.loyalty.family.domain.FamilyEvent.MemberLeft;
import io.guanxi.loyalty.family.domain.FamilyEvent.Reason;
import io.guanxi.loyalty.family.domain.FamilyKey;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a member's account join the family and leave it. An account has the last word on whether it can: where it refuses, the
 * membership ends that this joining had begun, and no other.
 */
final class WhenAMemberChangesTellTheAccount implements Work {

    private static final Logger LOG = LoggerFactory.getLogger(WhenAMemberChangesTellTheAccount.class);

    private final Accounts accounts;
    private final Memberships families;
    private final Clock clock;

    /** Tells {@link io.guanxi.loyalty.account.command.LoyaltyAccounts}. */
    @FunctionalInterface
    interface Accounts {
        void send(LoyaltyCommand command, Origin origin);
    }

    /** Tells {@link io.guanxi.loyalty.family.command.Families}. */
    @FunctionalInterface
    interface Memberships {
        void send(FamilyKey family, FamilyCommand command, Origin origin);
    }

    WhenAMemberChangesTellTheAccount(Accounts accounts, Memberships families, Clock clock) {
        this.accounts = accounts;
        this.families = families;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "family-members";
    }

    @Override
    public void apply(List<RecordedEvent> events) {
        for (RecordedEvent event : events) {
            if (event.payload() instanceof FamilyEvent change) {
                var origin = new Origin(event.tenant(), event.correlationId(), event.id(), event.actor());
                var stamp = new Stamp(event.id(), change.at(), clock.instant());
                tell(FamilyKey.ofStream(event.stream()), change, stamp, origin);
            }
        }
    }

    private void tell(FamilyKey family, FamilyEvent change, Stamp stamp, Origin origin) {
        switch (change) {
            case FamilyFounded e -> join(family, e, stamp, origin);
            case MemberJoined e -> join(family, e, stamp, origin);
            case MemberLeft e -> leave(family, e, stamp, origin);
            case MemberInvited e -> {}
            case InvitationEnded e -> {}
        }
    }

    private void join(FamilyKey family, FamilyEvent joined, Stamp stamp, Origin origin) {
        try {
            accounts.send(new LoyaltyCommand.JoinFamily(joined.member(), family.account(), stamp), origin);
        } catch (CommandRefused refused) {
            LOG.info("An account does not join its family: {}", refused.reason().code());
            families.send(
                    family,
                    new LeaveFamily(
                            joined.member(), Reason.ACCOUNT_REFUSED, joined.cause(), stamp.cause(), stamp.known()),
                    origin);
        }
    }

    /** Of a membership that the account refused, the cause is the joining that the account may have followed after all. */
    private void leave(FamilyKey family, MemberLeft left, Stamp stamp, Origin origin) {
        String joinedBy = left.reason() == Reason.ACCOUNT_REFUSED ? left.cause() : null;
        try {
            accounts.send(new LoyaltyCommand.LeaveFamily(left.member(), family.account(), joinedBy, stamp), origin);
        } catch (CommandRefused refused) {
            LOG.info("An account has no family to leave: {}", refused.reason().code());
        }
    }
}
