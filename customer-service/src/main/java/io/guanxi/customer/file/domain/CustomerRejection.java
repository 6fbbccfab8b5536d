package io.guanxi.customer.file.domain;

import io.guanxi.kernel.Reason;

/** Why a command about a customer is refused. */
public sealed interface CustomerRejection extends Reason {

    /** There is no file for this customer. */
    record CustomerUnknown() implements CustomerRejection {
        @Override
        public String code() {
            return "customer-unknown";
        }

        @Override
        public String message() {
            return "There is no such customer.";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    /** The file has changed since the caller saw it. */
    record FileHasChanged(long expected, long actual) implements CustomerRejection {
        @Override
        public String code() {
            return "version-mismatch";
        }

        @Override
        public String message() {
            return "The customer's file is at version " + actual + " (expected: " + expected + ").";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    /** The customer's key is destroyed: what was kept is unreadable and nothing new is kept. */
    record CustomerErased() implements CustomerRejection {
        @Override
        public String code() {
            return "customer-erased";
        }

        @Override
        public String message() {
            return "This customer's contact data has been erased; none is kept any more.";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }
}
