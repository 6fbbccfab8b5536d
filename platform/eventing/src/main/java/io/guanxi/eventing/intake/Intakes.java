package io.guanxi.eventing.intake;

import java.util.function.Consumer;

/** Makes the consumer functions that a service binds to topics. */
public interface Intakes {

    /**
     * A consumer for a topic, to be returned from a {@code @Bean} method.
     *
     * @param topic one of {@link io.guanxi.contracts.Topics}; once per service
     */
    Consumer<RecordBatch> intake(String topic, EventHandler handler);
}
