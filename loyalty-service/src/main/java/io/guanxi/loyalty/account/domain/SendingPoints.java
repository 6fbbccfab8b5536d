package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.TransferPolicy.*;

import io.guanxi.loyalty.account.domain.GiftEntry.Parcel;
import io.guanxi.loyalty.account.domain.GiftEntry.PointsSent;
import io.guanxi.loyalty.account.domain.GivingRejection.MonthlyTransfersReached;
import io.guanxi.loyalty.account.domain.GivingRejection.TransferIsTooSmall;
import io.guanxi.loyalty.account.domain.GivingRejection.TransferToOneself;
import io.guanxi.loyalty.account.domain.GivingRejection.TransfersAreNotOffered;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.SendPoints;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.domain.lots.LotStanding;
import io.guanxi.loyalty.account.domain.lots.Move;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import io.guanxi.loyalty.programme.domain.TransferRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Points leave for another account, with the terms that they have. */
final class SendingPoints {

    private SendingPoints() {}

    static String entryId(LoyaltyAccount account, String transferId) {
        return EffectKey.of(account, "send", "transfer", transferId).entryId();
    }

    static @Nullable LoyaltyRejection send(Unfolding course, SendPoints c, Instant at) {
        LoyaltyAccount account = course.account();
        if (account.done().containsKey(entryId(account, c.transferId()))) {
            return null;
        }
        if (c.to().equals(account.id())) {
            return new TransferToOneself();
        }
        PublishedRules published = course.book().inForce(at, c.stamp().known());
        boolean toFamily = c.to().equals(account.profile().family());
        LoyaltyRejection refusal = toFamily ? null : limit(account, c, published.rules(), at);
        if (refusal == null) {
            refusal = SpendingPower.of(account, c.purse(), published.rules()).refuses(c.points());
        }
        if (refusal != null) {
            return refusal;
        }
        List<Move> moves = account.lots()
                .draw(
                        c.purse(),
                        Bucket.AVAILABLE,
                        Bucket.OUTSIDE,
                        c.points(),
                        account.purse(c.purse()).lastUse());
        course.then(sent(account, c, toFamily, moves, published.version(), at));
        return null;
    }

    private static @Nullable LoyaltyRejection limit(
            LoyaltyAccount account, SendPoints c, ProgrammeRules rules, Instant at) {
        TransferRules transfers = rules.transfers();
        if (transfers == null) {
            return new TransfersAreNotOffered();
        }
        if (c.points() < transfers.least()) {
            return new TransferIsTooSmall(c.points(), transfers.least());
        }
        Instant month = at.atZone(rules.zone())
                .toLocalDate()
                .withDayOfMonth(1)
                .atStartOfDay(rules.zone())
                .toInstant();
        long sent = account.tally().pointsSince(Tally.Kind.SENT, month);
        return c.points() > transfers.mostPerMonth() - sent
                ? new MonthlyTransfersReached(transfers.mostPerMonth(), sent, c.points())
                : null;
    }

    private static PointsSent sent(
            LoyaltyAccount account, SendPoints c, boolean toFamily, List<Move> moves, int version, Instant at) {
        var findings = new ArrayList<Finding>();
        findings.add(NOBODY_GIVES_TO_THEMSELVES.found(false));
        findings.add(WHAT_GOES_TO_THE_OWN_FAMILY_HAS_NO_LIMITS.found(toFamily));
        if (!toFamily) {
            findings.add(A_TRANSFER_HAS_A_LEAST.found(false));
            findings.add(A_MONTH_GIVES_NO_MORE_THAN_ITS_LIMIT.found(false));
        }
        findings.add(NOBODY_GIVES_MORE_THAN_CAN_BE_SPENT.found(false));
        findings.add(POINTS_THAT_ARE_GIVEN_KEEP_THEIR_LAST_DAY.found(true));
        return new PointsSent(
                entryId(account, c.transferId()),
                c.transferId(),
                c.to(),
                toFamily,
                c.purse(),
                c.points(),
                parcels(account, moves),
                moves,
                version,
                findings,
                account.purse(c.purse()).available() - c.points(),
                c.stamp().cause(),
                at);
    }

    static List<Parcel> parcels(LoyaltyAccount account, List<Move> moves) {
        return moves.stream()
                .map(move -> new Parcel(standing(account, move.lot()).lot(), move.points()))
                .toList();
    }

    private static LotStanding standing(LoyaltyAccount account, String lot) {
        return Objects.requireNonNull(account.lots().find(lot), "points are drawn from a lot that is there");
    }
}
