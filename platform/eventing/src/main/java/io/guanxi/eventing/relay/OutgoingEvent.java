package io.guanxi.eventing.relay;

import io.guanxi.contracts.SchemaCatalogue;
import io.guanxi.contracts.Violation;
import io.guanxi.eventing.publish.EventingJson;
import java.util.List;

/**
 * What is published of a recorded event.
 *
 * @param topic one of {@link io.guanxi.contracts.Topics}
 * @param key decides the partition: records of one key stay in order; the customer key
 * @param type one of {@link io.guanxi.contracts.EventTypes}; the body follows its schema
 * @param body a record that Jackson writes as JSON
 */
public record OutgoingEvent(String topic, String key, String type, Object body) {

    /**
     * In what the body, as it would be written, does not fulfil its schema. For a service's tests: a relay does not ask, since
     * what has happened must be published, and a schema that is too strict would only stop it.
     *
     * @throws IllegalArgumentException if the type is not known
     */
    public List<Violation> violations() {
        return SchemaCatalogue.published().validate(type, EventingJson.mapper().writeValueAsBytes(body));
    }
}
