package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.CheckoutPolicy.*;

import io.guanxi.loyalty.account.domain.CheckoutEntry.PointsReturned;
import io.guanxi.loyalty.account.domain.CheckoutRejection.HoldIsNotSpent;
import io.guanxi.loyalty.account.domain.CheckoutRejection.HoldIsUnknown;
import io.guanxi.loyalty.account.domain.CheckoutRejection.MoreThanWasSpent;
import io.guanxi.loyalty.account.domain.CheckoutRejection.VoucherWasIssued;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReturnSpent;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.domain.lots.Lot;
import io.guanxi.loyalty.account.domain.lots.LotStanding;
import io.guanxi.loyalty.account.domain.lots.Move;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Points that paid for something come back to the lots that they came from: those that end last first, so that a part that
 * comes back can be used for as long as possible.
 */
final class ReturningSpent {

    /** For points that nobody could use any more on the day on which they come back. */
    private static final int DAYS_FOR_ENDED_POINTS = 30;

    private ReturningSpent() {}

    static @Nullable LoyaltyRejection asked(Unfolding course, ReturnSpent c, Instant at) {
        Hold hold = course.account().holds().get(c.holdId());
        if (hold == null) {
            return new HoldIsUnknown(c.holdId());
        }
        if (hold.status() != Hold.Status.SPENT) {
            return new HoldIsNotSpent(c.holdId());
        }
        if (hold.voucherIn(course.account()).isPresent()) {
            return new VoucherWasIssued(c.holdId());
        }
        String entryId = entryId(course.account(), hold, c.returnId());
        if (course.account().done().containsKey(entryId)) {
            return null;
        }
        long points = c.points() == null ? hold.left() : c.points();
        if (points > hold.left()) {
            return new MoreThanWasSpent(c.holdId(), hold.left(), points);
        }
        if (points > 0) {
            giveBack(
                    course,
                    hold,
                    c.returnId(),
                    points,
                    zone(course, c.stamp(), at),
                    c.stamp().cause(),
                    at);
        }
        return null;
    }

    /** All that the cancelled order was paid with and that has not come back before; what is kept aside for it is let go. */
    static void ofOrder(Unfolding course, OrderRef order, Stamp stamp, Instant at) {
        List<Hold> paid = course.account().holds().values().stream()
                .filter(hold -> order.equals(hold.order()))
                .sorted(Comparator.comparing(Hold::holdId))
                .toList();
        for (Hold hold : paid) {
            if (hold.status() == Hold.Status.OPEN) {
                ReleasingHolds.withOrder(course, hold, stamp.cause(), at);
            } else if (hold.status() == Hold.Status.SPENT && hold.left() > 0) {
                giveBack(course, hold, null, hold.left(), zone(course, stamp, at), stamp.cause(), at);
            }
        }
        UsingVouchers.ofCancelled(course, order, stamp.cause(), at);
    }

    private static void giveBack(
            Unfolding course,
            Hold hold,
            @Nullable String returnId,
            long points,
            ZoneId zone,
            String cause,
            Instant at) {
        LoyaltyAccount account = course.account();
        String entryId = entryId(account, hold, returnId);
        var moves = new ArrayList<Move>();
        long ended = 0;
        for (Move origin : stillSpent(hold, points)) {
            if (hasEnded(account, origin.lot(), at)) {
                ended += origin.points();
            } else {
                moves.add(origin);
            }
        }
        Lot lot = null;
        if (ended > 0) {
            lot = forEnded(entryId, hold.purse(), zone, at);
            moves.add(new Move(entryId, Bucket.OUTSIDE, Bucket.AVAILABLE, ended));
        }
        course.then(new PointsReturned(
                entryId,
                hold.holdId(),
                SpendingHeld.entryId(account, hold),
                returnId,
                hold.purse(),
                points,
                lot,
                moves,
                hold.order(),
                hold.reward(),
                List.of(
                        NO_MORE_COMES_BACK_THAN_WAS_SPENT.found(points == hold.left()),
                        POINTS_COME_BACK_WITH_THEIR_LAST_DAY.found(ended < points),
                        POINTS_WHOSE_LAST_DAY_IS_OVER_COME_BACK_FOR_THIRTY_DAYS.found(ended > 0)),
                account.purse(hold.purse()).available() + points,
                cause,
                at));
        RepayingDebt.from(course, hold.purse(), cause, at);
    }

    /** The moves that bring so many points back; what came back before is passed over. */
    private static List<Move> stillSpent(Hold hold, long points) {
        var moves = new ArrayList<Move>();
        long before = hold.returned();
        long left = points;
        for (Move drawn : hold.drawn().reversed()) {
            long passed = Math.min(before, drawn.points());
            before -= passed;
            long part = Math.min(left, drawn.points() - passed);
            if (part > 0) {
                moves.add(new Move(drawn.lot(), Bucket.OUTSIDE, Bucket.AVAILABLE, part));
                left -= part;
            }
        }
        return moves;
    }

    private static boolean hasEnded(LoyaltyAccount account, String id, Instant at) {
        LotStanding lot = account.lots().find(id);
        return lot == null || Due.isOver(Due.endOf(account, lot), at);
    }

    private static Lot forEnded(String id, String purse, ZoneId zone, Instant at) {
        Instant end = at.atZone(zone)
                .toLocalDate()
                .plusDays(DAYS_FOR_ENDED_POINTS + 1L)
                .atStartOfDay(zone)
                .toInstant();
        return new Lot(id, purse, at, null, null, end, null);
    }

    private static ZoneId zone(Unfolding course, Stamp stamp, Instant at) {
        return course.book().inForce(at, stamp.known()).rules().zone();
    }

    /** A return has a name of the shop's own, which may be any; the cancellation has none. */
    private static String entryId(LoyaltyAccount account, Hold hold, @Nullable String returnId) {
        EffectKey key = returnId == null
                ? EffectKey.of(account, "return", "checkout", hold.holdId())
                : EffectKey.of(account, "return", "checkout", hold.holdId(), returnId);
        return key.entryId();
    }
}
