package io.guanxi.eventing.sample;

import io.guanxi.kernel.Reason;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Note what happened to an order. */
public record OrderBookInstruction(
        @TargetAggregateIdentifier String customer,
        String cause,
        String order,
        String what,
        @Nullable String amount) {

    /** A return of an order that is not in the book. */
    record OrderUnknown() implements Reason {
        @Override
        public String code() {
            return "order-unknown";
        }

        @Override
        public String message() {
            return "The order is not in the book yet.";
        }

        @Override
        public Kind kind() {
            return Kind.TOO_EARLY;
        }
    }
}
