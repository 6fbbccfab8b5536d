package io.guanxi.loyalty.account.domain;

import io.guanxi.loyalty.account.domain.LoyaltyCommand.NoteGrade;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.Standing;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is known of a customer changes, or what a person has set. */
final class ChangingStanding {

    private ChangingStanding() {}

    static @Nullable LoyaltyRejection apply(Unfolding course, Standing command, Instant at) {
        return switch (command) {
            case NoteGrade c -> grade(course, c, at);
            case LoyaltyCommand.ConfirmReferral c -> JudgingReferrals.confirm(course, c, at);
            case LoyaltyCommand.RefuseReferral c -> JudgingReferrals.refuse(course, c, at);
            case LoyaltyCommand.JoinFamily c -> Families.join(course, c, at);
            case LoyaltyCommand.LeaveFamily c -> Families.leave(course, c, at);
            case LoyaltyCommand.SetTierFloor c -> Floors.set(course, c, at);
            case LoyaltyCommand.LiftTierFloor c -> Floors.lift(course, c, at);
        };
    }

    private static @Nullable LoyaltyRejection grade(Unfolding course, NoteGrade c, Instant at) {
        if (!Objects.equals(course.account().profile().grade(), c.grade())) {
            course.then(new Fact.GradeNoted(c.grade(), c.stamp().cause(), at));
        }
        return null;
    }
}
