package io.guanxi.loyalty.account.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why points or vouchers do not pay. */
public sealed interface CheckoutRejection extends LoyaltyRejection {

    /**
     * @param available what can be spent at once, apart from what is owed
     * @param pending what can be spent later
     * @param nextMatures when the next of it can; absent if no moment is known
     */
    record InsufficientPoints(
            long asked,
            long available,
            long debt,
            long pending,
            @Nullable Instant nextMatures) implements CheckoutRejection {
        @Override
        public String code() {
            return "insufficient-points";
        }

        @Override
        public String message() {
            return asked + " points are asked and " + available + " can be spent" + owed() + waiting() + ".";
        }

        private String owed() {
            return debt == 0 ? "" : ", for " + debt + " are owed";
        }

        private String waiting() {
            if (pending == 0) {
                return "";
            }
            return "; " + pending + " more are pending"
                    + (nextMatures == null ? "" : ", the next of them until " + nextMatures);
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    /** A hold is asked for a second time, with another content. */
    record HoldDiffers(String holdId) implements CheckoutRejection {
        @Override
        public String code() {
            return "hold-differs";
        }

        @Override
        public String message() {
            return "Hold " + holdId + " exists with other content (expected: the same, or another id).";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    record HoldEndsInThePast(Instant until, Instant now) implements CheckoutRejection {
        @Override
        public String code() {
            return "hold-ends-in-the-past";
        }

        @Override
        public String message() {
            return "It would be kept aside until " + until + " (expected: after " + now + ").";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    record PurseBuysNothing(String purse) implements CheckoutRejection {
        @Override
        public String code() {
            return "purse-buys-nothing";
        }

        @Override
        public String message() {
            return "Points of " + purse + " buy nothing in this programme.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    record OrderIsCancelled(OrderRef order) implements CheckoutRejection {
        @Override
        public String code() {
            return "order-is-cancelled";
        }

        @Override
        public String message() {
            return "Order " + order + " is cancelled and needs no payment.";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    record RewardIsUnknown(String reward) implements CheckoutRejection {
        @Override
        public String code() {
            return "reward-is-unknown";
        }

        @Override
        public String message() {
            return "The programme has no such reward at present.";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    record TierIsTooLow(
            String reward, String needed, @Nullable String tier) implements CheckoutRejection {
        @Override
        public String code() {
            return "tier-is-too-low";
        }

        @Override
        public String message() {
            return "Reward " + reward + " needs the tier " + needed + " (found: " + (tier == null ? "none" : tier)
                    + ").";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    record RewardLimitReached(String reward, int most) implements CheckoutRejection {
        @Override
        public String code() {
            return "reward-limit-reached";
        }

        @Override
        public String message() {
            return "A customer can have reward " + reward + " " + most + " times, and has had it as often.";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    record HoldIsUnknown(String holdId) implements CheckoutRejection {
        @Override
        public String code() {
            return "hold-is-unknown";
        }

        @Override
        public String message() {
            return "There is no such hold.";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    record HoldIsReleased(String holdId) implements CheckoutRejection {
        @Override
        public String code() {
            return "hold-is-released";
        }

        @Override
        public String message() {
            return "Hold " + holdId + " was released; hold the points again under another id.";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    record HoldHasTimedOut(String holdId, Instant until) implements CheckoutRejection {
        @Override
        public String code() {
            return "hold-has-timed-out";
        }

        @Override
        public String message() {
            return "Hold " + holdId + " ended at " + until
                    + "; hold the points again under another id, if they are still there.";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    record HoldIsSpent(String holdId) implements CheckoutRejection {
        @Override
        public String code() {
            return "hold-is-spent";
        }

        @Override
        public String message() {
            return "The points of hold " + holdId + " are spent; they can be returned.";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    record HoldIsNotSpent(String holdId) implements CheckoutRejection {
        @Override
        public String code() {
            return "hold-is-not-spent";
        }

        @Override
        public String message() {
            return "The points of hold " + holdId + " are not spent, so none can come back.";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    record MoreThanWasSpent(String holdId, long left, long asked) implements CheckoutRejection {
        @Override
        public String code() {
            return "more-than-was-spent";
        }

        @Override
        public String message() {
            return "Of hold " + holdId + ", " + left + " points can come back (asked: " + asked + ").";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    record VoucherWasIssued(String holdId) implements CheckoutRejection {
        @Override
        public String code() {
            return "voucher-was-issued";
        }

        @Override
        public String message() {
            return "The points of hold " + holdId + " have become a voucher and do not come back.";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    record VoucherIsUnknown(String voucherId) implements CheckoutRejection {
        @Override
        public String code() {
            return "voucher-is-unknown";
        }

        @Override
        public String message() {
            return "There is no such voucher.";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    record VoucherIsReserved(String voucherId) implements CheckoutRejection {
        @Override
        public String code() {
            return "voucher-is-reserved";
        }

        @Override
        public String message() {
            return "Voucher " + voucherId + " is kept aside for another order.";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    record VoucherIsUsed(String voucherId) implements CheckoutRejection {
        @Override
        public String code() {
            return "voucher-is-used";
        }

        @Override
        public String message() {
            return "Voucher " + voucherId + " has been used.";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    record VoucherHasExpired(String voucherId, Instant expires) implements CheckoutRejection {
        @Override
        public String code() {
            return "voucher-has-expired";
        }

        @Override
        public String message() {
            return "Voucher " + voucherId + " could be used until " + expires + ".";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    /** The points of a family are asked for by a customer whose points go to none. */
    record CustomerIsInNoFamily() implements CheckoutRejection {
        @Override
        public String code() {
            return "customer-is-in-no-family";
        }

        @Override
        public String message() {
            return "The customer is in no family, so there are no points of one to spend.";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }
}
