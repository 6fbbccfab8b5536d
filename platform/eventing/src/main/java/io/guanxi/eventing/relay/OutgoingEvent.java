package io.guanxi.eventing.relay;

/**
 * What is published of a recorded event.
 *
 * @param topic one of {@link io.guanxi.contracts.Topics}
 * @param key decides the partition: records of one key stay in order; the customer key
 * @param type one of {@link io.guanxi.contracts.EventTypes}; the body follows its schema
 * @param body a record that Jackson writes as JSON
 */
public record OutgoingEvent(String topic, String key, String type, Object body) {}
