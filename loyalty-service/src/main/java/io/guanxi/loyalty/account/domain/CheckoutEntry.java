package io.guanxi.loyalty.account.domain;

import io.guanxi.loyalty.account.domain.lots.Lot;
import io.guanxi.loyalty.account.domain.lots.Move;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line for points that pay for something, from the moment they are kept aside. */
public sealed interface CheckoutEntry extends LedgerEntry {

    @Override
    Instant at();

    /** What names the points from holding to spending, and makes each step happen once. */
    String holdId();

    /** How many points it is about, always positive. */
    long points();

    /**
     * Points are kept aside, those that end first.
     *
     * @param order the basket; absent if they are for a reward
     * @param reward the reward's code; absent if they are for an order
     * @param until the first moment at which they are free again
     */
    record PointsHeld(
            String entryId,
            String holdId,
            String purse,
            long points,
            List<Move> moves,
            @Nullable OrderRef order,
            @Nullable String reward,
            Instant until,
            int ruleVersion,
            List<Finding> findings,
            long balance,
            String cause,
            Instant at)
            implements CheckoutEntry {

        public PointsHeld {
            moves = List.copyOf(moves);
            findings = List.copyOf(findings);
        }
    }

    /** What was kept aside is used. */
    record PointsSpent(
            String entryId,
            String holdId,
            String purse,
            long points,
            List<Move> moves,
            @Nullable OrderRef order,
            @Nullable String reward,
            List<Finding> findings,
            long balance,
            String cause,
            Instant at)
            implements CheckoutEntry {

        public PointsSpent {
            moves = List.copyOf(moves);
            findings = List.copyOf(findings);
        }
    }

    /** What was kept aside is free again; the last of the findings says why. */
    record HoldReleased(
            String entryId,
            String holdId,
            String purse,
            long points,
            List<Move> moves,
            boolean timedOut,
            @Nullable String reward,
            List<Finding> findings,
            long balance,
            String cause,
            Instant at)
            implements CheckoutEntry {

        public HoldReleased {
            moves = List.copyOf(moves);
            findings = List.copyOf(findings);
        }
    }

    /**
     * The order that points paid for was cancelled or returned, and they come back.
     *
     * @param spentBy the entry that had spent them
     * @param returnId what they come back for; absent if the whole order was cancelled
     * @param reward the reward that they had paid for, by its code; absent if they had paid for an order
     * @param lot what points are now whose time had ended in between; absent if there are none
     */
    record PointsReturned(
            String entryId,
            String holdId,
            String spentBy,
            @Nullable String returnId,
            String purse,
            long points,
            @Nullable Lot lot,
            List<Move> moves,
            @Nullable OrderRef order,
            @Nullable String reward,
            List<Finding> findings,
            long balance,
            String cause,
            Instant at)
            implements CheckoutEntry {

        public PointsReturned {
            moves = List.copyOf(moves);
            findings = List.copyOf(findings);
        }

        @Override
        public List<Lot> lots() {
            return LedgerEntry.lotOrNone(lot);
        }
    }
}
