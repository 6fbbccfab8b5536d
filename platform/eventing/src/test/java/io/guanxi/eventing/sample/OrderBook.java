package io.guanxi.eventing.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A customer's orders, as they are read. */
public record OrderBook(String tenant, String customer, List<String> notes, Instant lastHappened) {

    OrderBook with(String note, Instant happened) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new OrderBook(tenant, customer, more, happened);
    }
}
