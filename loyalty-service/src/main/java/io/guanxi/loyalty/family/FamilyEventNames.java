package io.guanxi.loyalty.family;

import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.loyalty.family.domain.FamilyEvent.FamilyFounded;
import io.guanxi.loyalty.family.domain.FamilyEvent.InvitationEnded;
import io.guanxi.loyalty.family.domain.FamilyEvent.MemberInvited;
import io.guanxi.loyalty.family.domain.FamilyEvent.MemberJoined;
import io.guanxi.loyalty.family.domain.FamilyEvent.MemberLeft;

/** The names under which a family's events are stored for ever. */
public final class FamilyEventNames {

    private FamilyEventNames() {}

    public static EventCatalogue.Builder addTo(EventCatalogue.Builder catalogue) {
        return catalogue
                .event("loyalty.family.founded", FamilyFounded.class)
                .event("loyalty.family.member-invited", MemberInvited.class)
                .event("loyalty.family.invitation-ended", InvitationEnded.class)
                .event("loyalty.family.member-joined", MemberJoined.class)
                .event("loyalty.family.member-left", MemberLeft.class);
    }
}
