package io.guanxi.loyalty.account.domain;

import io.guanxi.kernel.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked of an account. Each names what makes its effect the only one: an order, a hold, a transfer. */
public sealed interface LoyaltyCommand
        permits LoyaltyCommand.OrderNews,
                LoyaltyCommand.AdvanceTime,
                LoyaltyCommand.Checkout,
                LoyaltyCommand.Giving,
                LoyaltyCommand.Standing {

    /** Tenant and customer, as {@code tenant/customerId}. */
    String account();

    Stamp stamp();

    /** What a shop reports of an order. */
    sealed interface OrderNews extends LoyaltyCommand {

        OrderRef order();
    }

    /** An order was heard of; nothing is earned or reversed by that. */
    record NoteOrder(String account, OrderRef order, Stamp stamp) implements OrderNews {}

    record EarnForPayment(String account, OrderFacts facts, Stamp stamp) implements OrderNews {

        @Override
        public OrderRef order() {
            return facts.order();
        }
    }

    record NoteDelivery(String account, OrderRef order, Instant delivered, Stamp stamp) implements OrderNews {}

    /**
     * Goods of an order came back.
     *
     * @param returnId names the return within its order; the same return counts once
     * @param refund what the customer got back for it
     */
    record ReverseForReturn(String account, OrderRef order, String returnId, Money refund, Stamp stamp)
            implements OrderNews {

        public ReverseForReturn {
            if (refund.isNegative()) {
                throw new IllegalArgumentException("refund: " + refund + " (expected: zero or more)");
            }
        }
    }

    /** An order was cancelled as a whole. */
    record ReverseForCancellation(String account, OrderRef order, Stamp stamp) implements OrderNews {}

    /** What is due by then happens now. */
    record AdvanceTime(String account, Stamp stamp) implements LoyaltyCommand {}

    /** What a basket asks. */
    sealed interface Checkout extends LoyaltyCommand {

        private static void checkPositive(long points) {
            if (points < 1) {
                throw new IllegalArgumentException("points: " + points + " (expected: 1 or more)");
            }
        }
    }

    /**
     * Points are kept aside for a basket.
     *
     * @param until the first moment at which they are free again; the programme may set an earlier one
     */
    record HoldPoints(
            String account, String holdId, String purse, long points, OrderRef order, Instant until, Stamp stamp)
            implements Checkout {

        public HoldPoints {
            Checkout.checkPositive(points);
        }
    }

    /** Points are kept aside for a reward, until it is known whether there is one left. */
    record HoldForReward(String account, String holdId, String reward, Stamp stamp) implements Checkout {}

    /** What was kept aside is used; for a reward that is a voucher, the voucher is issued. */
    record SpendHeld(String account, String holdId, Stamp stamp) implements Checkout {}

    record ReleaseHeld(String account, String holdId, boolean rewardIsGone, Stamp stamp) implements Checkout {}

    /**
     * What was spent comes back.
     *
     * @param returnId makes it happen once; the order's cancellation gives back all that is left
     * @param points absent is all
     */
    record ReturnSpent(
            String account,
            String holdId,
            String returnId,
            @Nullable Long points,
            Stamp stamp) implements Checkout {

        public ReturnSpent {
            if (points != null) {
                Checkout.checkPositive(points);
            }
        }
    }

    record ReserveVoucher(String account, String voucherId, OrderRef order, Instant until, Stamp stamp)
            implements Checkout {}

    record RedeemVoucher(String account, String voucherId, OrderRef order, Stamp stamp) implements Checkout {}

    /** @param order by which it has to be kept aside; absent is whichever it is */
    record ReleaseVoucher(
            String account, String voucherId, @Nullable OrderRef order, Stamp stamp) implements Checkout {

        public ReleaseVoucher(String account, String voucherId, Stamp stamp) {
            this(account, voucherId, null, stamp);
        }
    }

    /** Points that no order makes. */
    sealed interface Giving extends LoyaltyCommand {}

    /** @param to the other account, as {@code tenant/customerId}; the sender's family goes without limits */
    record SendPoints(String account, String transferId, String to, String purse, long points, Stamp stamp)
            implements Giving {

        public SendPoints {
            if (points <= 0) {
                throw new IllegalArgumentException("points: " + points + " (expected: 1 or more)");
            }
        }
    }

    /**
     * Points that another account has sent arrive, or are declined for good; either is recorded, so that the same transfer
     * never has both fates.
     *
     * @param asFamily whether this is the account of the sender's family, which the first points open
     */
    record ReceivePoints(
            String account,
            String transferId,
            String from,
            boolean asFamily,
            String purse,
            List<GiftEntry.Parcel> parcels,
            Stamp stamp)
            implements Giving {

        public ReceivePoints {
            parcels = List.copyOf(parcels);
        }
    }

    /** Points that were sent and declined come back. */
    record TakeBackTransfer(
            String account, String transferId, String to, String purse, List<GiftEntry.Parcel> parcels, Stamp stamp)
            implements Giving {

        public TakeBackTransfer {
            parcels = List.copyOf(parcels);
        }
    }

    /** @param points added; negative if taken */
    record AdjustPoints(
            String account, String adjustmentId, String purse, long points, String reason, String person, Stamp stamp)
            implements Giving {

        public AdjustPoints {
            if (points == 0) {
                throw new IllegalArgumentException("points: 0 (expected: more or less)");
            }
        }
    }

    record GrantGoodwill(String account, String complaint, long points, String reason, String person, Stamp stamp)
            implements Giving {

        public GrantGoodwill {
            if (points <= 0) {
                throw new IllegalArgumentException("points: " + points + " (expected: 1 or more)");
            }
        }
    }

    /**
     * The account has brought a friend whose order is final.
     *
     * @param friend their account, as {@code tenant/customerId}
     * @param ruleVersion the version that says what it is worth
     */
    record RewardReferrer(String account, String friend, OrderRef order, int ruleVersion, Stamp stamp)
            implements Giving {}

    /**
     * A correction of the programme reaches an order.
     *
     * @param facts what was recorded of the order when it was paid
     * @param then what the customer was at that moment, as the log says
     * @param version the corrected rules
     */
    record CorrectEarning(
            String account, String correctionId, OrderFacts facts, CustomerThen then, int version, Stamp stamp)
            implements Giving {}

    /** What is known of the customer, or set by a person. */
    sealed interface Standing extends LoyaltyCommand {}

    record NoteGrade(String account, @Nullable String grade, Stamp stamp) implements Standing {}

    record ConfirmReferral(String account, List<Finding> findings, Stamp stamp) implements Standing {

        public ConfirmReferral {
            findings = List.copyOf(findings);
        }
    }

    record RefuseReferral(String account, List<Finding> findings, Stamp stamp) implements Standing {

        public RefuseReferral {
            findings = List.copyOf(findings);
        }
    }

    /** @param family its account, as {@code tenant/id}; the same cause makes the customer join once */
    record JoinFamily(String account, String family, Stamp stamp) implements Standing {}

    /** @param joinedBy only if this cause had made the account join; absent is whichever did */
    record LeaveFamily(
            String account, String family, @Nullable String joinedBy, Stamp stamp) implements Standing {

        public LeaveFamily(String account, String family, Stamp stamp) {
            this(account, family, null, stamp);
        }
    }

    /** @param until the first moment at which the floor no longer holds; absent if it has no end */
    record SetTierFloor(
            String account,
            String tier,
            String reason,
            String person,
            @Nullable Instant until,
            Stamp stamp) implements Standing {}

    record LiftTierFloor(String account, String reason, String person, Stamp stamp) implements Standing {}
}
