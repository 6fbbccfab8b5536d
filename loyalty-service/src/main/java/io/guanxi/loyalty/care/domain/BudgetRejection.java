package io.guanxi.loyalty.care.domain;

import io.guanxi.kernel.Reason;

/** Why a month's budget sets nothing aside. */
public sealed interface BudgetRejection extends Reason {

    record BudgetIsSpent(long most, long spent, long asked) implements BudgetRejection {
        @Override
        public String code() {
            return "goodwill-budget-is-spent";
        }

        @Override
        public String message() {
            return "This month's goodwill has " + most + " points; " + spent + " are set aside and " + asked
                    + " more are asked.";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    /** Somebody else is about to compensate the same complaint of the customer. */
    record ReservationDiffers(String complaint, long reserved, long asked) implements BudgetRejection {
        @Override
        public String code() {
            return "goodwill-reservation-differs";
        }

        @Override
        public String message() {
            return "For complaint " + complaint + " of this customer, " + reserved
                    + " points are set aside already (asked: " + asked + ").";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }
}
