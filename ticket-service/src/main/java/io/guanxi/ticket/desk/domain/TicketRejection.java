package io.guanxi.ticket.desk.domain;

import io.guanxi.kernel.Reason;

/** Why the desk does not do what was asked. */
public sealed interface TicketRejection extends Reason {

    record TicketNotFound() implements TicketRejection {
        @Override
        public String code() {
            return "ticket-not-found";
        }

        @Override
        public String message() {
            return "There is no such ticket.";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    record TicketAlreadyOpened() implements TicketRejection {
        @Override
        public String code() {
            return "ticket-already-opened";
        }

        @Override
        public String message() {
            return "A ticket with this id was opened before, by another request.";
        }
    }

    record TicketIsClosed() implements TicketRejection {
        @Override
        public String code() {
            return "ticket-is-closed";
        }

        @Override
        public String message() {
            return "The ticket is closed for good; open another one.";
        }
    }

    record TicketIsResolved() implements TicketRejection {
        @Override
        public String code() {
            return "ticket-is-resolved";
        }

        @Override
        public String message() {
            return "The ticket is resolved; reopen it before more work is done.";
        }
    }

    record TicketIsOnHold() implements TicketRejection {
        @Override
        public String code() {
            return "ticket-is-on-hold";
        }

        @Override
        public String message() {
            return "The ticket is on hold already.";
        }
    }

    record TicketIsNotOnHold(Status status) implements TicketRejection {
        @Override
        public String code() {
            return "ticket-is-not-on-hold";
        }

        @Override
        public String message() {
            return "The ticket is " + status + " (expected: " + Status.ON_HOLD + ").";
        }
    }

    record TicketIsNotResolved(Status status) implements TicketRejection {
        @Override
        public String code() {
            return "ticket-is-not-resolved";
        }

        @Override
        public String message() {
            return "The ticket is " + status + " (expected: " + Status.RESOLVED + ").";
        }
    }

    record ConversationIsFull() implements TicketRejection {
        @Override
        public String code() {
            return "conversation-is-full";
        }

        @Override
        public String message() {
            return "The conversation has " + Ticket.MOST_ENTRIES
                    + " entries, the most there can be; open another ticket.";
        }
    }

    record CustomersWriteInPublic() implements TicketRejection {
        @Override
        public String code() {
            return "customers-write-in-public";
        }

        @Override
        public String message() {
            return "A reply from a customer is public; only the desk takes internal notes.";
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    @Override
    default Kind kind() {
        return Kind.CONFLICT;
    }
}
