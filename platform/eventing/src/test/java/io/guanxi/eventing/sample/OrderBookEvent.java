package io.guanxi.eventing.sample;

import org.jspecify.annotations.Nullable;

/** What a customer's order book notes. */
public sealed interface OrderBookEvent {

    record Noted(
            String cause,
            String order,
            String what,
            @Nullable String amount) implements OrderBookEvent {}
}
