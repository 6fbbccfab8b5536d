package io.guanxi.loyalty.account.domain;

import io.guanxi.loyalty.account.domain.lots.Lot;
import io.guanxi.loyalty.account.domain.lots.Move;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line for points that no order made: given by somebody, to somebody, or put right by a person. */
public sealed interface GiftEntry extends LedgerEntry {

    @Override
    Instant at();

    /**
     * Points leave for another account.
     *
     * @param to that account, as {@code tenant/customerId}
     * @param toFamily whether it is the account of the sender's family
     * @param parcels the terms that the points keep, and how many there are of each
     */
    record PointsSent(
            String entryId,
            String transferId,
            String to,
            boolean toFamily,
            String purse,
            long points,
            List<Parcel> parcels,
            List<Move> moves,
            int ruleVersion,
            List<Finding> findings,
            long balance,
            String cause,
            Instant at)
            implements GiftEntry {

        public PointsSent {
            parcels = List.copyOf(parcels);
            moves = List.copyOf(moves);
            findings = List.copyOf(findings);
        }
    }

    /** Points of one lot on their way. */
    record Parcel(Lot lot, long points) {}

    /**
     * Points arrive from another account.
     *
     * @param toFamily whether this is the account of the sender's family
     * @param parcels as they were sent, with the sender's lots
     * @param lots what they are here
     */
    record PointsReceived(
            String entryId,
            String transferId,
            String from,
            boolean toFamily,
            String purse,
            long points,
            List<Parcel> parcels,
            List<Lot> lots,
            List<Move> moves,
            List<Finding> findings,
            long balance,
            String cause,
            Instant at)
            implements GiftEntry {

        public PointsReceived {
            parcels = List.copyOf(parcels);
            lots = List.copyOf(lots);
            moves = List.copyOf(moves);
            findings = List.copyOf(findings);
        }
    }

    /** Points could not be received, and go back; the last of the findings says why. */
    record TransferDeclined(
            String entryId,
            String transferId,
            String from,
            String purse,
            long points,
            List<Parcel> parcels,
            List<Finding> findings,
            long balance,
            String cause,
            Instant at)
            implements GiftEntry {

        public TransferDeclined {
            parcels = List.copyOf(parcels);
            findings = List.copyOf(findings);
        }

        @Override
        public List<Move> moves() {
            return List.of();
        }
    }

    /** Points that were sent could not be received and are back, as they were. */
    record TransferTakenBack(
            String entryId,
            String transferId,
            String to,
            String purse,
            long points,
            List<Move> moves,
            List<Finding> findings,
            long balance,
            String cause,
            Instant at)
            implements GiftEntry {

        public TransferTakenBack {
            moves = List.copyOf(moves);
            findings = List.copyOf(findings);
        }
    }

    /**
     * A person has put the account right.
     *
     * @param points added; negative if taken
     * @param reason a code of the caller's
     * @param person who did it, as their token names them
     * @param lot what added points are; absent if points were taken
     */
    record PointsAdjusted(
            String entryId,
            String adjustmentId,
            String purse,
            long points,
            String reason,
            String person,
            @Nullable Lot lot,
            List<Move> moves,
            List<Finding> findings,
            long balance,
            String cause,
            Instant at)
            implements GiftEntry {

        public PointsAdjusted {
            moves = List.copyOf(moves);
            findings = List.copyOf(findings);
        }

        @Override
        public List<Lot> lots() {
            return LedgerEntry.lotOrNone(lot);
        }
    }

    /**
     * A complaint is compensated.
     *
     * @param complaint the ticket that it is about; one complaint is compensated once
     */
    record GoodwillGranted(
            String entryId,
            String complaint,
            String purse,
            long points,
            String reason,
            String person,
            int ruleVersion,
            Lot lot,
            List<Move> moves,
            List<Finding> findings,
            long balance,
            String cause,
            Instant at)
            implements GiftEntry {

        public GoodwillGranted {
            moves = List.copyOf(moves);
            findings = List.copyOf(findings);
        }

        @Override
        public List<Lot> lots() {
            return List.of(lot);
        }
    }

    /**
     * A recommendation is rewarded, on either side.
     *
     * @param other the account of the other side, as {@code tenant/customerId}
     * @param order the friend's order that made it final
     */
    record BonusGranted(
            String entryId,
            Side side,
            String other,
            OrderRef order,
            String purse,
            long points,
            int ruleVersion,
            Lot lot,
            List<Move> moves,
            List<Finding> findings,
            long balance,
            String cause,
            Instant at)
            implements GiftEntry {

        public BonusGranted {
            moves = List.copyOf(moves);
            findings = List.copyOf(findings);
        }

        @Override
        public List<Lot> lots() {
            return List.of(lot);
        }
    }

    /** Whose reward for a recommendation it is. */
    enum Side {
        REFERRER,
        FRIEND
    }
}
