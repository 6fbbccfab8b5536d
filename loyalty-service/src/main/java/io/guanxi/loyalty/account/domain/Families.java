package io.guanxi.loyalty.account.domain;

import io.guanxi.loyalty.account.domain.GivingRejection.InAnotherFamily;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.JoinFamily;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.LeaveFamily;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A customer is in one family at most, and what made them join or leave does so once. */
final class Families {

    private Families() {}

    static @Nullable LoyaltyRejection join(Unfolding course, JoinFamily c, Instant at) {
        LoyaltyAccount account = course.account();
        if (account.done().containsKey(joining(c.family(), c.stamp().cause()))) {
            return null;
        }
        String family = account.profile().family();
        if (family != null) {
            return family.equals(c.family()) ? null : new InAnotherFamily();
        }
        course.then(new Fact.FamilyJoined(c.family(), c.stamp().cause(), at));
        return null;
    }

    static @Nullable LoyaltyRejection leave(Unfolding course, LeaveFamily c, Instant at) {
        LoyaltyAccount account = course.account();
        String key = leaving(c.family(), c.stamp().cause());
        boolean meant = c.family().equals(account.profile().family())
                && (c.joinedBy() == null || account.done().containsKey(joining(c.family(), c.joinedBy())));
        if (meant && !account.done().containsKey(key)) {
            course.then(new Fact.FamilyLeft(c.family(), key, c.stamp().cause(), at));
        }
        return null;
    }

    /** What is remembered for ever, so that a joining that is reported again after a leaving does not undo it. */
    static String joining(String family, String cause) {
        return "join:" + family + ":" + cause;
    }

    /** The same for a leaving that is reported again after the customer has joined once more. */
    private static String leaving(String family, String cause) {
        return "leave:" + family + ":" + cause;
    }
}
