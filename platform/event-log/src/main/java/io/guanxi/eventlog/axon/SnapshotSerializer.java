package io.guanxi.eventlog.axon;

import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.eventlog.EventJson;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** Snapshots are the JSON of the aggregate, under its class name and {@code @Revision}. */
final class SnapshotSerializer {

    private SnapshotSerializer() {}

    static Serializer of(EventCatalogue catalogue) {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(builder -> EventJson.configure(builder, catalogue.variants()))
                .build();
    }
}
