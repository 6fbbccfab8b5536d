package io.guanxi.eventlog.axon;

import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** Axon's own things: tokens above all. Its replay tokens carry a class name, which Jackson refuses unless it is allowed. */
public final class TokenSerializer {

    private TokenSerializer() {}

    public static Serializer create() {
        var allowed = BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.")
                .allowIfSubType("java.util.")
                .build();
        return Jackson3Serializer.builder()
                .lenientDeserialization()
                .jsonMapperBuilderCustomizer(builder -> builder.polymorphicTypeValidator(allowed))
                .build();
    }
}
