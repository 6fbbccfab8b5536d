package io.guanxi.loyalty.account.domain;

import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.domain.lots.Lot;
import io.guanxi.loyalty.account.domain.lots.Move;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line for what an order, its returns or its cancellation made of points.
 *
 * <p>The oldest stored ones know neither purses nor lots nor times: their points are one lot without an end in the main
 * purse, usable at once. Where such a field is missing, it is filled in here.
 */
public sealed interface OrderEntry extends LedgerEntry {

    OrderRef order();

    /**
     * An order was paid and earned points.
     *
     * @param terms what each term gave; empty in the oldest entries, where the rule's one rate says it
     * @param lot what the points are
     */
    record PointsEarned(
            String entryId,
            OrderRef order,
            Money paid,
            AppliedRule rule,
            List<Finding> findings,
            long points,
            long balance,
            String cause,
            String purse,
            List<TermShare> terms,
            Lot lot,
            List<Move> moves,
            @Nullable Instant at)
            implements OrderEntry {

        public PointsEarned {
            findings = List.copyOf(findings);
            purse = Objects.requireNonNullElse(purse, MAIN_PURSE);
            terms = OldForm.orEmpty(terms);
            lot = Objects.requireNonNullElseGet(lot, OldForm.lotOf(entryId));
            moves = Objects.requireNonNullElseGet(
                    moves, OldForm.move(entryId, Bucket.OUTSIDE, Bucket.AVAILABLE, points));
        }

        @Override
        public List<Lot> lots() {
            return List.of(lot);
        }

        public boolean pending() {
            return changeOf(Bucket.PENDING) > 0;
        }
    }

    /** An order was paid and earned nothing; the last of the findings says why. */
    record NothingEarned(
            String entryId,
            OrderRef order,
            Money paid,
            AppliedRule rule,
            List<Finding> findings,
            long balance,
            String cause,
            String purse,
            List<TermShare> terms,
            @Nullable Instant at)
            implements OrderEntry {

        public NothingEarned {
            findings = List.copyOf(findings);
            purse = Objects.requireNonNullElse(purse, MAIN_PURSE);
            terms = OldForm.orEmpty(terms);
        }

        /** Whether this policy is why nothing was earned. */
        public boolean becauseOf(EarningPolicy policy) {
            return findings.getLast().policy().equals(policy.code());
        }

        @Override
        public List<Move> moves() {
            return List.of();
        }
    }

    /**
     * Goods came back, and the refunded share of the order's points went.
     *
     * @param points how many points were taken back, always positive: moved, owed or forgiven
     * @param owed how many of them were gone, so that the account owes them now
     * @param forgiven how many of them were gone and are not asked for
     */
    record PointsReversedByReturn(
            String entryId,
            OrderRef order,
            String returnId,
            RefundShare share,
            List<Finding> findings,
            long points,
            long balance,
            String cause,
            String purse,
            List<Move> moves,
            Long owed,
            Long forgiven,
            @Nullable Instant at)
            implements OrderEntry {

        public PointsReversedByReturn {
            findings = List.copyOf(findings);
            purse = Objects.requireNonNullElse(purse, MAIN_PURSE);
            moves = Objects.requireNonNullElseGet(
                    moves, OldForm.move(share.earning().entryId(), Bucket.AVAILABLE, Bucket.OUTSIDE, points));
            owed = Objects.requireNonNullElse(owed, 0L);
            forgiven = Objects.requireNonNullElse(forgiven, 0L);
        }

        @Override
        public long debtChange() {
            return owed;
        }
    }

    /** Goods came back, but their share of the points is less than a whole one so far; it counts with the next return. */
    record RefundCarriedForward(
            String entryId,
            OrderRef order,
            String returnId,
            RefundShare share,
            List<Finding> findings,
            long balance,
            String cause,
            String purse,
            @Nullable Instant at)
            implements OrderEntry {

        public RefundCarriedForward {
            findings = List.copyOf(findings);
            purse = Objects.requireNonNullElse(purse, MAIN_PURSE);
        }

        @Override
        public List<Move> moves() {
            return List.of();
        }
    }

    /**
     * A paid order was cancelled, and whatever was left of its points went.
     *
     * @param earning what the order had earned
     * @param reversedBefore what returns had taken back before
     * @param points how many points were taken back now, always positive: moved, owed or forgiven
     */
    record PointsReversedByCancellation(
            String entryId,
            OrderRef order,
            Earning earning,
            long reversedBefore,
            List<Finding> findings,
            long points,
            long balance,
            String cause,
            String purse,
            List<Move> moves,
            Long owed,
            Long forgiven,
            @Nullable Instant at)
            implements OrderEntry {

        public PointsReversedByCancellation {
            findings = List.copyOf(findings);
            purse = Objects.requireNonNullElse(purse, MAIN_PURSE);
            moves = Objects.requireNonNullElseGet(
                    moves, OldForm.move(earning.entryId(), Bucket.AVAILABLE, Bucket.OUTSIDE, points));
            owed = Objects.requireNonNullElse(owed, 0L);
            forgiven = Objects.requireNonNullElse(forgiven, 0L);
        }

        @Override
        public long debtChange() {
            return owed;
        }
    }

    /** An order was cancelled of which no payment is known. A payment that arrives later earns nothing. */
    record CancellationNoted(
            String entryId,
            OrderRef order,
            List<Finding> findings,
            long balance,
            String cause,
            String purse,
            @Nullable Instant at)
            implements OrderEntry {

        public CancellationNoted {
            findings = List.copyOf(findings);
            purse = Objects.requireNonNullElse(purse, MAIN_PURSE);
        }

        @Override
        public List<Move> moves() {
            return List.of();
        }
    }

    /**
     * An order had been judged by a rule that was wrong, and its points are put right.
     *
     * @param correctionId the approved correction
     * @param corrects the entry that had earned first; absent if the order has never earned anything
     * @param before what the order had earned
     * @param after what it should have earned
     * @param reversed what its returns take back of that
     * @param points what it gives more in the end; negative if less; zero if the versions agree
     * @param lot what additional points are; absent if there are none
     */
    record EarningCorrected(
            String entryId,
            String correctionId,
            @Nullable String corrects,
            OrderRef order,
            AppliedRule rule,
            long before,
            long after,
            long reversed,
            List<Finding> findings,
            long points,
            long balance,
            String cause,
            String purse,
            List<TermShare> terms,
            @Nullable Lot lot,
            List<Move> moves,
            long owed,
            long forgiven,
            Instant at)
            implements OrderEntry {

        public EarningCorrected {
            findings = List.copyOf(findings);
            terms = List.copyOf(terms);
            moves = List.copyOf(moves);
        }

        @Override
        public List<Lot> lots() {
            return LedgerEntry.lotOrNone(lot);
        }

        @Override
        public long debtChange() {
            return owed;
        }
    }
}
