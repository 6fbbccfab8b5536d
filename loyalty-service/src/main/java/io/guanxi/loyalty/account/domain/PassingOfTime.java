package io.guanxi.loyalty.account.domain;

import io.guanxi.loyalty.account.domain.TimeEntry.PointsExpired;
import io.guanxi.loyalty.account.domain.TimeEntry.PointsMatured;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.domain.lots.LotStanding;
import io.guanxi.loyalty.account.domain.lots.Move;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What happens on an account by itself, in the order in which it is due, each thing at its own moment, however late anybody
 * looks. At one moment holds end first, then points mature, then they expire, then vouchers, tiers and referrals have their
 * turn.
 */
final class PassingOfTime {

    private static final String TIME = "time:";

    private PassingOfTime() {}

    /** Afterwards nothing is due at {@code now} or before. */
    static void until(Unfolding course, Instant now, Instant known) {
        Instant due = Due.next(course.account());
        while (due != null && !due.isAfter(now)) {
            // What was overlooked because it came late happens at the account's present time.
            Instant at = course.account().timeOf(due);
            endHolds(course, due, at);
            mature(course, due, at, known);
            expire(course, due, at);
            endVouchers(course, due, at);
            Tiers.review(course, due, at, known);
            Referrals.becomeFinal(course, due, at);
            due = Due.next(course.account());
        }
    }

    private static String cause(Instant due) {
        return TIME + due;
    }

    private static void endHolds(Unfolding course, Instant due, Instant at) {
        List<Hold> over = Due.holds(course.account(), due)
                .filter(hold ->
                        hold.status() == Hold.Status.OPEN && !hold.until().isAfter(due))
                .toList();
        for (Hold hold : over) {
            ReleasingHolds.timeOut(course, hold, cause(due), at);
        }
    }

    private static void mature(Unfolding course, Instant due, Instant at, Instant known) {
        var ripe = new TreeMap<String, List<Move>>();
        Due.lots(course.account(), due)
                .filter(lot -> lot.pending() > 0 && Due.isOver(lot.matures(), due))
                .forEach(lot -> ripe.computeIfAbsent(lot.lot().purse(), purse -> new ArrayList<>())
                        .add(new Move(lot.lot().id(), Bucket.PENDING, Bucket.AVAILABLE, lot.pending())));
        for (Map.Entry<String, List<Move>> each : ripe.entrySet()) {
            String purse = each.getKey();
            long points = sum(each.getValue());
            var matured = new PointsMatured(
                    EffectKey.of(course.account(), "mature", purse, ids(each.getValue()))
                            .entryId(),
                    purse,
                    points,
                    each.getValue(),
                    List.of(TimePolicy.POINTS_BECOME_AVAILABLE_WHEN_THE_WAIT_IS_OVER.found()),
                    course.account().purse(purse).available() + points,
                    cause(due),
                    at);
            course.then(matured);
            RepayingDebt.from(course, purse, cause(due), at);
            PoolingPoints.from(course, matured, known, at);
        }
    }

    private static void expire(Unfolding course, Instant due, Instant at) {
        var over = new TreeMap<String, List<Move>>();
        LoyaltyAccount account = course.account();
        Due.lots(account, due)
                .filter(lot -> Due.isOver(Due.endOf(account, lot), due))
                .forEach(lot -> over.computeIfAbsent(lot.lot().purse(), purse -> new ArrayList<>())
                        .addAll(leaving(lot)));
        for (Map.Entry<String, List<Move>> each : over.entrySet()) {
            List<Move> moves = each.getValue();
            if (moves.isEmpty()) {
                continue;
            }
            String purse = each.getKey();
            long available = -moves.stream()
                    .mapToLong(move -> move.effectOn(Bucket.AVAILABLE))
                    .sum();
            course.then(new PointsExpired(
                    EffectKey.of(course.account(), "expire", purse, expiry(moves, account.purse(purse)))
                            .entryId(),
                    purse,
                    sum(moves),
                    moves,
                    List.of(TimePolicy.POINTS_END_AFTER_THEIR_LAST_DAY.found()),
                    course.account().purse(purse).available() - available,
                    cause(due),
                    at));
        }
    }

    /** Points that a basket keeps aside are spared until it lets them go. */
    private static List<Move> leaving(LotStanding lot) {
        var moves = new ArrayList<Move>();
        for (Bucket bucket : List.of(Bucket.PENDING, Bucket.AVAILABLE)) {
            if (lot.in(bucket) > 0) {
                moves.add(new Move(lot.lot().id(), bucket, Bucket.OUTSIDE, lot.in(bucket)));
            }
        }
        return moves;
    }

    private static void endVouchers(Unfolding course, Instant due, Instant at) {
        List<Voucher> inOrder = Due.vouchers(course.account(), due).toList();
        for (Voucher voucher : inOrder) {
            if (voucher.status() == Voucher.Status.RESERVED && Due.isOver(voucher.reservedUntil(), due)) {
                course.then(new VoucherEvent.VoucherReleased(voucher.voucherId(), true, cause(due), at));
            }
            Voucher now = course.account().vouchers().getOrDefault(voucher.voucherId(), voucher);
            if (now.status() == Voucher.Status.USABLE && Due.isOver(voucher.expires(), due)) {
                course.then(new VoucherEvent.VoucherExpired(
                        voucher.voucherId(), voucher.reward(), voucher.value(), cause(due), at));
            }
        }
    }

    private static long sum(List<Move> moves) {
        return moves.stream().mapToLong(Move::points).sum();
    }

    private static String[] ids(List<Move> moves) {
        return moves.stream().map(Move::lot).distinct().toArray(String[]::new);
    }

    /** Of a lot, what a basket had kept aside ends later than the rest; by then more is used than before. */
    private static String[] expiry(List<Move> moves, PurseStanding purse) {
        var names = new ArrayList<>(List.of(ids(moves)));
        names.add(Long.toString(purse.used()));
        return names.toArray(String[]::new);
    }
}
