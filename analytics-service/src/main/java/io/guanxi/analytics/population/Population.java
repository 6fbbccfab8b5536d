package io.guanxi.analytics.population;

import io.guanxi.analytics.value.domain.OrderRecord;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Customers and orders as they are kept at present; what is asked of an earlier day is cut off from their histories. While
 * they are gone through they change, so an event that comes meanwhile may be in it or not, but nobody is met twice or left
 * out. Every method throws what the keeper throws while it cannot be read, and has then told of some already.
 */
public interface Population {

    /** Each customer of whom an event is known, by their ids within each partition, also one without an order that counts. */
    void scan(String tenant, Consumer<Member> each);

    /** Each order of which an event is known, with the id of its customer, all orders of one customer together. */
    void orders(String tenant, BiConsumer<String, OrderRecord> each);
}
