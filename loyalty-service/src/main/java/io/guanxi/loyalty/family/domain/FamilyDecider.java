package io.guanxi.loyalty.family.domain;

import io.guanxi.kernel.Decision;
import io.guanxi.loyalty.family.domain.FamilyCommand.EndInvitation;
import io.guanxi.loyalty.family.domain.FamilyCommand.FoundFamily;
import io.guanxi.loyalty.family.domain.FamilyCommand.InviteMember;
import io.guanxi.loyalty.family.domain.FamilyCommand.JoinFamily;
import io.guanxi.loyalty.family.domain.FamilyCommand.LeaveFamily;
import io.guanxi.loyalty.family.domain.FamilyEvent.FamilyFounded;
import io.guanxi.loyalty.family.domain.FamilyEvent.InvitationEnded;
import io.guanxi.loyalty.family.domain.FamilyEvent.MemberInvited;
import io.guanxi.loyalty.family.domain.FamilyEvent.MemberJoined;
import io.guanxi.loyalty.family.domain.FamilyEvent.MemberLeft;

/** Decides about a family: who is invited may join, who joined may leave, and there are never too many. */
public final class FamilyDecider {

    private FamilyDecider() {}

    /** @param mostMembers members and invitations together */
    public static Decision<FamilyEvent, FamilyRejection> decide(Family family, FamilyCommand command, int mostMembers) {
        if (!family.founded() && !(command instanceof FoundFamily)) {
            return Decision.refuse(new FamilyRejection.FamilyIsUnknown());
        }
        return switch (command) {
            case FoundFamily c ->
                family.founded()
                        ? Decision.nothing()
                        : Decision.accept(new FamilyFounded(c.member(), c.cause(), c.at()));
            case InviteMember c -> invite(family, c, mostMembers);
            case EndInvitation c ->
                family.invited().contains(c.member())
                        ? Decision.accept(new InvitationEnded(c.member(), c.cause(), c.at()))
                        : Decision.nothing();
            case JoinFamily c -> join(family, c);
            case LeaveFamily c -> leave(family, c);
        };
    }

    private static Decision<FamilyEvent, FamilyRejection> invite(Family family, InviteMember c, int mostMembers) {
        if (family.members().containsKey(c.member()) || family.invited().contains(c.member())) {
            return Decision.nothing();
        }
        return family.expected() >= mostMembers
                ? Decision.refuse(new FamilyRejection.FamilyIsFull(mostMembers))
                : Decision.accept(new MemberInvited(c.member(), c.cause(), c.at()));
    }

    private static Decision<FamilyEvent, FamilyRejection> join(Family family, JoinFamily c) {
        if (family.members().containsKey(c.member())) {
            return Decision.nothing();
        }
        return family.invited().contains(c.member())
                ? Decision.accept(new MemberJoined(c.member(), c.cause(), c.at()))
                : Decision.refuse(new FamilyRejection.NotInvited());
    }

    private static Decision<FamilyEvent, FamilyRejection> leave(Family family, LeaveFamily c) {
        String joinedBy = family.members().get(c.member());
        boolean meant =
                joinedBy != null && (c.joinedBy() == null || c.joinedBy().equals(joinedBy));
        return meant ? Decision.accept(new MemberLeft(c.member(), c.reason(), c.cause(), c.at())) : Decision.nothing();
    }
}
