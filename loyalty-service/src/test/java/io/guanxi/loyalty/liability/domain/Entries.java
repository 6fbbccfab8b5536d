package io.guanxi.loyalty.liability.domain;

import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.AppliedRule;
import io.guanxi.loyalty.account.domain.CheckoutEntry;
import io.guanxi.loyalty.account.domain.Earning;
import io.guanxi.loyalty.account.domain.GiftEntry;
import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.account.domain.OrderEntry;
import io.guanxi.loyalty.account.domain.OrderRef;
import io.guanxi.loyalty.account.domain.TimeEntry;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.domain.lots.Lot;
import io.guanxi.loyalty.account.domain.lots.Move;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ledger entries of one purse for tests; only what they move and when matters. */
public final class Entries {

    public static final OrderRef ORDER = new OrderRef("web", "A-1");
    public static final String PURSE = "points";

    private static final Money PAID = Money.of("100.00", "CNY");

    private Entries() {}

    public static Lot lot(String id, Instant since, @Nullable Instant expires) {
        return new Lot(id, PURSE, since, null, null, expires, null);
    }

    public static Move move(String lot, Bucket from, Bucket to, long points) {
        return new Move(lot, from, to, points);
    }

    public static Move in(String lot, long points) {
        return move(lot, Bucket.OUTSIDE, Bucket.AVAILABLE, points);
    }

    public static Move out(String lot, long points) {
        return move(lot, Bucket.AVAILABLE, Bucket.OUTSIDE, points);
    }

    public static LedgerEntry earned(Lot lot, Move move, Instant at) {
        return new OrderEntry.PointsEarned(
                "earn-" + lot.id(),
                ORDER,
                PAID,
                new AppliedRule(1, BigDecimal.ONE, RoundingMode.DOWN),
                List.of(),
                move.points(),
                0,
                "cause",
                PURSE,
                List.of(),
                lot,
                List.of(move),
                at);
    }

    public static LedgerEntry earned(String lot, long points, Instant at) {
        return earned(lot(lot, at, null), in(lot, points), at);
    }

    /** Also takes what is not there: {@code owed} of the points are only owed. */
    public static LedgerEntry reversed(Instant at, long owed, Move... moves) {
        long points = owed + sum(moves);
        return new OrderEntry.PointsReversedByCancellation(
                "reversed",
                ORDER,
                new Earning("earn", points, 1, "cause"),
                0,
                List.of(),
                points,
                0,
                "cause",
                PURSE,
                List.of(moves),
                owed,
                0L,
                at);
    }

    public static LedgerEntry corrected(Instant at, Move move) {
        return new OrderEntry.EarningCorrected(
                "corrected",
                "c-1",
                null,
                ORDER,
                new AppliedRule(2, BigDecimal.ONE, RoundingMode.DOWN),
                0,
                0,
                0,
                List.of(),
                0,
                0,
                "cause",
                PURSE,
                List.of(),
                null,
                List.of(move),
                0,
                0,
                at);
    }

    public static LedgerEntry matured(Instant at, String lot, long points) {
        return new TimeEntry.PointsMatured(
                "matured",
                PURSE,
                points,
                List.of(move(lot, Bucket.PENDING, Bucket.AVAILABLE, points)),
                List.of(),
                0,
                "cause",
                at);
    }

    public static LedgerEntry expired(Instant at, Move... moves) {
        return new TimeEntry.PointsExpired("expired", PURSE, sum(moves), List.of(moves), List.of(), 0, "cause", at);
    }

    public static LedgerEntry debtRepaid(Instant at, Move... moves) {
        return new TimeEntry.DebtRepaid("repaid", PURSE, sum(moves), 0, List.of(moves), List.of(), 0, "cause", at);
    }

    public static LedgerEntry held(Instant at, String lot, long points) {
        return new CheckoutEntry.PointsHeld(
                "held",
                "h",
                PURSE,
                points,
                List.of(move(lot, Bucket.AVAILABLE, Bucket.HELD, points)),
                ORDER,
                null,
                at,
                1,
                List.of(),
                0,
                "cause",
                at);
    }

    public static LedgerEntry spent(Instant at, Move... moves) {
        return new CheckoutEntry.PointsSpent(
                "spent", "h", PURSE, sum(moves), List.of(moves), ORDER, null, List.of(), 0, "cause", at);
    }

    public static LedgerEntry returned(Instant at, Move... moves) {
        return new CheckoutEntry.PointsReturned(
                "returned",
                "h",
                "spent",
                "r",
                PURSE,
                sum(moves),
                null,
                List.of(moves),
                ORDER,
                null,
                List.of(),
                0,
                "cause",
                at);
    }

    public static LedgerEntry sent(Instant at, Move... moves) {
        return new GiftEntry.PointsSent(
                "sent",
                "t",
                "acme/other",
                false,
                PURSE,
                sum(moves),
                List.of(),
                List.of(moves),
                1,
                List.of(),
                0,
                "cause",
                at);
    }

    public static LedgerEntry takenBack(Instant at, Move... moves) {
        return new GiftEntry.TransferTakenBack(
                "back", "t", "acme/other", PURSE, sum(moves), List.of(moves), List.of(), 0, "cause", at);
    }

    public static LedgerEntry adjusted(Instant at, Move move) {
        return new GiftEntry.PointsAdjusted(
                "adjusted", "a", PURSE, move.points(), "slip", "p-1", null, List.of(move), List.of(), 0, "cause", at);
    }

    public static LedgerEntry goodwill(Instant at, String lot, long points) {
        return new GiftEntry.GoodwillGranted(
                "goodwill",
                "ticket",
                PURSE,
                points,
                "late",
                "p-1",
                1,
                lot(lot, at, null),
                List.of(in(lot, points)),
                List.of(),
                0,
                "cause",
                at);
    }

    public static LedgerEntry bonus(Instant at, String lot, long points) {
        return new GiftEntry.BonusGranted(
                "bonus",
                GiftEntry.Side.FRIEND,
                "acme/other",
                ORDER,
                PURSE,
                points,
                1,
                lot(lot, at, null),
                List.of(in(lot, points)),
                List.of(),
                0,
                "cause",
                at);
    }

    private static long sum(Move... moves) {
        return List.of(moves).stream().mapToLong(Move::points).sum();
    }
}
