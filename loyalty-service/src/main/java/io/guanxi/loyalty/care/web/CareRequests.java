package io.guanxi.loyalty.care.web;

import io.guanxi.loyalty.account.domain.LoyaltyCommand.AdjustPoints;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.GrantGoodwill;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.LiftTierFloor;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.NoteGrade;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.SendPoints;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.SetTierFloor;
import io.guanxi.loyalty.account.domain.Stamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What people send. Each throws {@link io.guanxi.web.RequestRefused} that names all that is wrong. */
final class CareRequests {

    private CareRequests() {}

    /**
     * Puts an account right.
     *
     * @param purse {@code points} if absent
     * @param points added; negative if taken
     * @param reason a code of the caller's
     */
    record Adjustment(
            @Nullable String purse,
            @Nullable Long points,
            @Nullable String reason) {

        AdjustPoints read(String account, String person, Stamp stamp) {
            var fields = new Fields();
            var command = new AdjustPoints(
                    account,
                    stamp.cause(),
                    fields.purse("/purse", purse),
                    fields.pointsAddedOrTaken("/points", points),
                    fields.code("/reason", reason),
                    person,
                    stamp);
            fields.refuseIfAnyIsWrong();
            return command;
        }
    }

    /**
     * Compensates a complaint.
     *
     * @param ticketId the complaint
     * @param reason a code of the caller's
     */
    record Compensation(
            @Nullable String ticketId,
            @Nullable Long points,
            @Nullable String reason) {

        GrantGoodwill read(String account, String person, Stamp stamp) {
            var fields = new Fields();
            var command = new GrantGoodwill(
                    account,
                    fields.ticket("/ticketId", ticketId),
                    fields.points("/points", points),
                    fields.code("/reason", reason),
                    person,
                    stamp);
            fields.refuseIfAnyIsWrong();
            return command;
        }
    }

    /**
     * Gives points to another customer.
     *
     * @param to the other customer's id, or the id of the family's account
     * @param purse {@code points} if absent
     */
    record Transfer(
            @Nullable String to,
            @Nullable String purse,
            @Nullable Long points) {

        SendPoints read(String tenant, String account, Stamp stamp) {
            var fields = new Fields();
            var command = new SendPoints(
                    account,
                    stamp.cause(),
                    fields.customer("/to", tenant, to),
                    fields.purse("/purse", purse),
                    fields.points("/points", points),
                    stamp);
            fields.refuseIfAnyIsWrong();
            return command;
        }
    }

    /**
     * Sets the lowest tier that a customer has.
     *
     * @param reason a code of the caller's
     * @param until the first moment at which it no longer holds; absent if it has no end
     */
    record Floor(
            @Nullable String tier,
            @Nullable String reason,
            @Nullable String until) {

        SetTierFloor read(String account, String person, Stamp stamp) {
            var fields = new Fields();
            Instant end = fields.moment("/until", until);
            var command = new SetTierFloor(
                    account, fields.code("/tier", tier), fields.code("/reason", reason), person, end, stamp);
            fields.refuseIfAnyIsWrong();
            return command;
        }

        static LiftTierFloor lift(String account, @Nullable String reason, String person, Stamp stamp) {
            var fields = new Fields();
            var command = new LiftTierFloor(account, fields.code("/reason", reason), person, stamp);
            fields.refuseIfAnyIsWrong();
            return command;
        }
    }

    /** @param grade in the shop's words; absent if the customer has none any more */
    record Grade(@Nullable String grade) {

        NoteGrade read(String account, Stamp stamp) {
            var fields = new Fields();
            var command = new NoteGrade(account, fields.word("/grade", grade), stamp);
            fields.refuseIfAnyIsWrong();
            return command;
        }
    }
}
