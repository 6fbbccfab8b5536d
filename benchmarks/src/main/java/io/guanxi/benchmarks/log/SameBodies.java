package io.guanxi.benchmarks.log;

import io.guanxi.eventlog.axon.CatalogueSerializer;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** The log's own serializer for the peers, which keep metadata as JSON too where the log has a field for each. */
final class SameBodies implements Serializer {

    private static final TypeReference<Map<String, Object>> TEXTS = new TypeReference<>() {};

    private final CatalogueSerializer bodies = new CatalogueSerializer(SampleEvents.CATALOGUE);

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // As Axon's interface has it.
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        if (!MetaData.class.getName().equals(serialized.getType().getName())) {
            return bodies.deserialize(serialized);
        }
        Map<String, Object> texts = serialized.getData() instanceof byte[] bytes
                ? SampleEvents.CATALOGUE.mapper().readValue(bytes, TEXTS)
                : SampleEvents.CATALOGUE.mapper().readValue(serialized.getData().toString(), TEXTS);
        return (T) MetaData.from(texts);
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
        return bodies.serialize(object, representation);
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return bodies.canSerializeTo(representation);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class classForType(SerializedType type) {
        return bodies.classForType(type);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(@Nullable Class type) {
        return bodies.typeForClass(type);
    }

    @Override
    public Converter getConverter() {
        return bodies.getConverter();
    }
}
