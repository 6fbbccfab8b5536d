package io.guanxi.loyalty.account.domain;

import io.guanxi.kernel.Money;
import io.guanxi.kernel.Reason;
import java.time.Instant;

/** Why an account does not do what is asked of it. */
public sealed interface LoyaltyRejection extends Reason
        permits LoyaltyRejection.OrderIsNotPaidYet,
                LoyaltyRejection.PaymentDiffers,
                LoyaltyRejection.RefundDiffers,
                LoyaltyRejection.RefundIsInAnotherCurrency,
                LoyaltyRejection.BalanceWouldBeTooLarge,
                LoyaltyRejection.AccountIsNotOpen,
                LoyaltyRejection.TierIsUnknown,
                LoyaltyRejection.FloorEndsInThePast,
                CheckoutRejection,
                GivingRejection {

    /** A return of an order whose payment is not known: it can be judged when the payment, or a cancellation, is. */
    record OrderIsNotPaidYet(OrderRef order) implements LoyaltyRejection {
        @Override
        public String code() {
            return "order-is-not-paid-yet";
        }

        @Override
        public String message() {
            return "Order " + order + " has a return but no known payment.";
        }

        @Override
        public Kind kind() {
            return Kind.TOO_EARLY;
        }
    }

    /** An order is said to be paid a second time, with another amount. */
    record PaymentDiffers(OrderRef order, Money recorded, Money offered) implements LoyaltyRejection {
        @Override
        public String code() {
            return "payment-differs";
        }

        @Override
        public String message() {
            return "Order " + order + " is already paid with " + recorded + " and cannot be paid again with " + offered
                    + ".";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    /** A return is reported a second time, with another refund. */
    record RefundDiffers(OrderRef order, String returnId, Money recorded, Money offered) implements LoyaltyRejection {
        @Override
        public String code() {
            return "refund-differs";
        }

        @Override
        public String message() {
            return "Return " + returnId + " of order " + order + " already counts with " + recorded
                    + " and cannot count again with " + offered + ".";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    /** A refund in another currency than the payment has no share that could be reversed. */
    record RefundIsInAnotherCurrency(OrderRef order, String returnId, String refunded, String paid)
            implements LoyaltyRejection {
        @Override
        public String code() {
            return "refund-is-in-another-currency";
        }

        @Override
        public String message() {
            return "Return " + returnId + " of order " + order + " refunds " + refunded + " (expected: " + paid
                    + ", in which the order was paid).";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** The points would lift the balance over what can be counted exactly. */
    record BalanceWouldBeTooLarge(OrderRef order) implements LoyaltyRejection {
        @Override
        public String code() {
            return "balance-would-be-too-large";
        }

        @Override
        public String message() {
            return "The points of order " + order + " would lift the balance over " + LoyaltyAccount.LARGEST_BALANCE
                    + ".";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** Nothing was ever heard of this customer. */
    record AccountIsNotOpen() implements LoyaltyRejection {
        @Override
        public String code() {
            return "account-is-not-open";
        }

        @Override
        public String message() {
            return "No order of this customer is known.";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    record TierIsUnknown(String tier) implements LoyaltyRejection {
        @Override
        public String code() {
            return "tier-is-unknown";
        }

        @Override
        public String message() {
            return "The programme has no tier " + tier + ".";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    record FloorEndsInThePast(Instant until, Instant now) implements LoyaltyRejection {
        @Override
        public String code() {
            return "floor-ends-in-the-past";
        }

        @Override
        public String message() {
            return "The floor ends at " + until + " (expected: after " + now + ").";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }
}
