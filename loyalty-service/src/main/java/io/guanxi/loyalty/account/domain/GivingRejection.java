package io.guanxi.loyalty.account.domain;

/** Why points are not given, taken, or corrected, and why a customer's standing does not change. */
public sealed interface GivingRejection extends LoyaltyRejection {

    record TransferToOneself() implements GivingRejection {
        @Override
        public String code() {
            return "transfer-to-oneself";
        }

        @Override
        public String message() {
            return "Points are sent to the account that they are on (expected: another account).";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    record TransfersAreNotOffered() implements GivingRejection {
        @Override
        public String code() {
            return "transfers-are-not-offered";
        }

        @Override
        public String message() {
            return "Points of this programme cannot be given to other customers at present.";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    record TransferIsTooSmall(long points, long least) implements GivingRejection {
        @Override
        public String code() {
            return "transfer-is-too-small";
        }

        @Override
        public String message() {
            return "The transfer has " + points + " points (expected: at least " + least + ").";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** @param sent what was given since the month began */
    record MonthlyTransfersReached(long most, long sent, long asked) implements GivingRejection {
        @Override
        public String code() {
            return "monthly-transfers-reached";
        }

        @Override
        public String message() {
            return "An account can give " + most + " points in a calendar month; " + sent + " are given and " + asked
                    + " more are asked.";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    record TransferIsUnknown(String transferId) implements GivingRejection {
        @Override
        public String code() {
            return "transfer-is-unknown";
        }

        @Override
        public String message() {
            return "This account has sent no transfer " + transferId + ".";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    /** The points would lift the account over what can be counted exactly. */
    record BalanceHasNoRoom(long points) implements GivingRejection {
        @Override
        public String code() {
            return "balance-has-no-room";
        }

        @Override
        public String message() {
            return points + " points more would lift the account over " + LoyaltyAccount.LARGEST_BALANCE + ".";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    record PurseIsUnknown(String purse) implements GivingRejection {
        @Override
        public String code() {
            return "purse-is-unknown";
        }

        @Override
        public String message() {
            return "The programme has no points of the name " + purse + ".";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    record TakingMoreThanThereIs(long available, long asked) implements GivingRejection {
        @Override
        public String code() {
            return "taking-more-than-there-is";
        }

        @Override
        public String message() {
            return asked + " points are to be taken and " + available + " are available.";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    record GoodwillIsNotOffered() implements GivingRejection {
        @Override
        public String code() {
            return "goodwill-is-not-offered";
        }

        @Override
        public String message() {
            return "The programme compensates no complaint with points at present.";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    record GoodwillIsTooMuch(long asked, long most) implements GivingRejection {
        @Override
        public String code() {
            return "goodwill-is-too-much";
        }

        @Override
        public String message() {
            return "The complaint is to be compensated with " + asked + " points (expected: at most " + most + ").";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** @param granted what the customer was given within 365 days */
    record YearlyGoodwillReached(long most, long granted, long asked) implements GivingRejection {
        @Override
        public String code() {
            return "yearly-goodwill-reached";
        }

        @Override
        public String message() {
            return "A customer can be given " + most + " points within 365 days; " + granted + " are given and " + asked
                    + " more are asked.";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    record ComplaintIsCompensated(String complaint) implements GivingRejection {
        @Override
        public String code() {
            return "complaint-is-compensated";
        }

        @Override
        public String message() {
            return "Complaint " + complaint + " is compensated already; one complaint is compensated once.";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    record ReferralIsNotFinal() implements GivingRejection {
        @Override
        public String code() {
            return "referral-is-not-final";
        }

        @Override
        public String message() {
            return "No recommendation with a final order waits for a judgement on this account.";
        }

        @Override
        public Kind kind() {
            return Kind.TOO_EARLY;
        }
    }

    /** @param confirmed how it was judged; a recommendation is judged once */
    record ReferralIsJudged(boolean confirmed) implements GivingRejection {
        @Override
        public String code() {
            return "referral-is-judged";
        }

        @Override
        public String message() {
            return "The recommendation was " + (confirmed ? "confirmed" : "refused") + " before.";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    record YearlyReferralsReached(int most) implements GivingRejection {
        @Override
        public String code() {
            return "yearly-referrals-reached";
        }

        @Override
        public String message() {
            return "A customer is rewarded for " + most + " friends within 365 days, and has been for as many.";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    record RulesAreUnknown(int version) implements GivingRejection {
        @Override
        public String code() {
            return "rules-are-unknown";
        }

        @Override
        public String message() {
            return "The programme has no version " + version + " yet.";
        }

        @Override
        public Kind kind() {
            return Kind.TOO_EARLY;
        }
    }

    record InAnotherFamily() implements GivingRejection {
        @Override
        public String code() {
            return "in-another-family";
        }

        @Override
        public String message() {
            return "The customer is in another family and must leave it first.";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }
}
