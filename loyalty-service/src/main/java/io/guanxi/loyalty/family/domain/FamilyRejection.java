package io.guanxi.loyalty.family.domain;

import io.guanxi.kernel.Reason;

/** Why a family does not do what is asked of it. */
public sealed interface FamilyRejection extends Reason {

    record FamilyIsUnknown() implements FamilyRejection {
        @Override
        public String code() {
            return "family-not-found";
        }

        @Override
        public String message() {
            return "There is no such family.";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    /** @param most members and invitations together */
    record FamilyIsFull(int most) implements FamilyRejection {
        @Override
        public String code() {
            return "family-is-full";
        }

        @Override
        public String message() {
            return "A family has at most " + most + " members, those who are invited counted in.";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    record NotInvited() implements FamilyRejection {
        @Override
        public String code() {
            return "not-invited";
        }

        @Override
        public String message() {
            return "The customer is not invited to this family.";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }
}
