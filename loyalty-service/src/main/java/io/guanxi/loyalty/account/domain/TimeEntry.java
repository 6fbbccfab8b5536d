package io.guanxi.loyalty.account.domain;

import io.guanxi.loyalty.account.domain.lots.Move;
import java.time.Instant;
import java.util.List;

/** A line for what happens by itself, because a time has come or points have. */
public sealed interface TimeEntry extends LedgerEntry {

    @Override
    Instant at();

    /** How many points it is about, always positive. */
    long points();

    /** The wait is over: pending points can be used. */
    record PointsMatured(
            String entryId,
            String purse,
            long points,
            List<Move> moves,
            List<Finding> findings,
            long balance,
            String cause,
            Instant at)
            implements TimeEntry {

        public PointsMatured {
            moves = List.copyOf(moves);
            findings = List.copyOf(findings);
        }
    }

    /** Their last day is over. */
    record PointsExpired(
            String entryId,
            String purse,
            long points,
            List<Move> moves,
            List<Finding> findings,
            long balance,
            String cause,
            Instant at)
            implements TimeEntry {

        public PointsExpired {
            moves = List.copyOf(moves);
            findings = List.copyOf(findings);
        }
    }

    /**
     * Points that came paid what the account owed.
     *
     * @param debtLeft what the account still owes in that purse
     */
    record DebtRepaid(
            String entryId,
            String purse,
            long points,
            long debtLeft,
            List<Move> moves,
            List<Finding> findings,
            long balance,
            String cause,
            Instant at)
            implements TimeEntry {

        public DebtRepaid {
            moves = List.copyOf(moves);
            findings = List.copyOf(findings);
        }

        @Override
        public long debtChange() {
            return -points;
        }
    }
}
