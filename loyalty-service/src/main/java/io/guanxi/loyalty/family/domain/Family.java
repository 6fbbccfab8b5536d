package io.guanxi.loyalty.family.domain;

import io.guanxi.loyalty.family.domain.FamilyEvent.FamilyFounded;
import io.guanxi.loyalty.family.domain.FamilyEvent.InvitationEnded;
import io.guanxi.loyalty.family.domain.FamilyEvent.MemberInvited;
import io.guanxi.loyalty.family.domain.FamilyEvent.MemberJoined;
import io.guanxi.loyalty.family.domain.FamilyEvent.MemberLeft;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A family as its events have made it.
 *
 * @param members by account, with the request by which each joined
 * @param invited the accounts of those who may join
 */
public record Family(boolean founded, Map<String, String> members, Set<String> invited) {

    private static final Family UNFOUNDED = new Family(false, Map.of(), Set.of());

    public Family {
        members = Collections.unmodifiableMap(new TreeMap<>(members));
        invited = Collections.unmodifiableSet(new TreeSet<>(invited));
    }

    public static Family unfounded() {
        return UNFOUNDED;
    }

    public static Family evolve(Family family, FamilyEvent event) {
        var members = new TreeMap<>(family.members);
        var invited = new TreeSet<>(family.invited);
        switch (event) {
            case FamilyFounded e -> members.put(e.member(), e.cause());
            case MemberInvited e -> invited.add(e.member());
            case InvitationEnded e -> invited.remove(e.member());
            case MemberJoined e -> {
                invited.remove(e.member());
                members.put(e.member(), e.cause());
            }
            case MemberLeft e -> members.remove(e.member());
        }
        return new Family(true, members, invited);
    }

    /** How many there are if all who are invited join. */
    int expected() {
        return members.size() + invited.size();
    }
}
