package io.guanxi.loyalty.account.domain;

import io.guanxi.kernel.Money;
import java.util.List;

/** What can happen to a loyalty account. The first event of every account is {@link AccountOpened}. */
public sealed interface LoyaltyEvent {

    /**
     * The customer's first order, in whatever state it was first heard of, opens the account.
     *
     * @param account tenant and customer, as {@code tenant/customerId}
     * @param cause id of the order event that brought this about
     */
    record AccountOpened(String account, OrderRef order, String cause) implements LoyaltyEvent {}

    /**
     * A line of the account's ledger. It carries all that was known when it was written, so that it can be explained for
     * ever, whatever the rule is by then. A line that moves no points says why it does not.
     */
    sealed interface LedgerEntry extends LoyaltyEvent {

        /** Unique and stable: the same cause has the same entry, however often it is reported. */
        String entryId();

        OrderRef order();

        /** Points moved: positive when earned, negative when reversed, zero when the line only says why nothing moved. */
        long change();

        /** The account's balance after this line. */
        long balance();

        /** The policies that were asked, in order, and what each decided. */
        List<Finding> findings();

        /** Id of the order event that brought this about. */
        String cause();
    }

    /** An order was paid and earned points. */
    record PointsEarned(
            String entryId,
            OrderRef order,
            Money paid,
            AppliedRule rule,
            List<Finding> findings,
            long points,
            long balance,
            String cause)
            implements LedgerEntry {

        public PointsEarned {
            findings = List.copyOf(findings);
        }

        @Override
        public long change() {
            return points;
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
            String cause)
            implements LedgerEntry {

        public NothingEarned {
            findings = List.copyOf(findings);
        }

        /** Whether this policy is why nothing was earned. */
        public boolean becauseOf(EarningPolicy policy) {
            return findings.getLast().policy().equals(policy.code());
        }

        @Override
        public long change() {
            return 0;
        }
    }

    /**
     * Goods came back, and the refunded share of the order's points went.
     *
     * @param points how many points were taken back, always positive
     */
    record PointsReversedByReturn(
            String entryId,
            OrderRef order,
            String returnId,
            RefundShare share,
            List<Finding> findings,
            long points,
            long balance,
            String cause)
            implements LedgerEntry {

        public PointsReversedByReturn {
            findings = List.copyOf(findings);
        }

        @Override
        public long change() {
            return -points;
        }
    }

    /** Goods came back for less than a whole point: nothing is reversed yet, and the next refund counts it in. */
    record RefundCarriedForward(
            String entryId,
            OrderRef order,
            String returnId,
            RefundShare share,
            List<Finding> findings,
            long balance,
            String cause)
            implements LedgerEntry {

        public RefundCarriedForward {
            findings = List.copyOf(findings);
        }

        @Override
        public long change() {
            return 0;
        }
    }

    /**
     * A paid order was cancelled, and whatever was left of its points went.
     *
     * @param earning what the order had earned
     * @param reversedBefore what returns had taken back before
     * @param points how many points were taken back now, always positive
     */
    record PointsReversedByCancellation(
            String entryId,
            OrderRef order,
            Earning earning,
            long reversedBefore,
            List<Finding> findings,
            long points,
            long balance,
            String cause)
            implements LedgerEntry {

        public PointsReversedByCancellation {
            findings = List.copyOf(findings);
        }

        @Override
        public long change() {
            return -points;
        }
    }

    /** An order was cancelled of which no payment is known. A payment that arrives later earns nothing. */
    record CancellationNoted(String entryId, OrderRef order, List<Finding> findings, long balance, String cause)
            implements LedgerEntry {

        public CancellationNoted {
            findings = List.copyOf(findings);
        }

        @Override
        public long change() {
            return 0;
        }
    }
}
