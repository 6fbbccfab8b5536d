package io.guanxi.eventlog;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How events and snapshots become JSON. Their own mapper: no setting of the web layer can change what is stored. */
public final class EventJson {

    private EventJson() {}

    /** @param variants the written names of the implementations of sealed interfaces */
    static JsonMapper mapper(Map<Class<?>, String> variants) {
        return configure(JsonMapper.builder(), variants).build();
    }

    /** For snapshots an implementation without a written name goes by its class name: a snapshot may be thrown away. */
    public static JsonMapper.Builder configure(JsonMapper.Builder builder, Map<Class<?>, String> variants) {
        return builder.annotationIntrospector(new Variants(variants))
                .addModule(new SimpleModule("events").addSerializer(BigDecimal.class, new PlainDecimals()))
                .changeDefaultVisibility(visibility -> visibility
                        .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                        .withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
                        .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                        .withVisibility(PropertyAccessor.SETTER, Visibility.NONE))
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN);
    }

    /** Exact on every reader, also on those whose numbers are floats. */
    private static final class PlainDecimals extends StdSerializer<BigDecimal> {

        private PlainDecimals() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(value.toPlainString());
        }
    }

    /** Gives every value of a sealed interface a {@code "type"}, so that the domain needs no annotations. */
    private static final class Variants extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        private final transient Map<Class<?>, String> names;

        private Variants(Map<Class<?>, String> names) {
            this.names = names;
        }

        @Override
        public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
            if (annotated instanceof AnnotatedClass && isSealed(annotated.getRawType())) {
                return JsonTypeInfo.Value.construct(
                        JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "type", null, false, true);
            }
            return super.findPolymorphicTypeInfo(config, annotated);
        }

        @Override
        public @Nullable String findTypeName(MapperConfig<?> config, AnnotatedClass annotated) {
            String name = names.get(annotated.getRawType());
            return name != null ? name : super.findTypeName(config, annotated);
        }

        private static boolean isSealed(Class<?> type) {
            return type.isInterface() && type.isSealed();
        }
    }
}
