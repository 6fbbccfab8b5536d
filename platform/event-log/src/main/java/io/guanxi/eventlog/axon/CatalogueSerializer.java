package io.guanxi.eventlog.axon;

import io.guanxi.eventlog.EventCatalogue;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.ByteArrayToJsonNodeConverter;
import org.axonframework.serialization.jackson3.JsonNodeToByteArrayConverter;
import org.axonframework.serialization.jackson3.JsonNodeToObjectNodeConverter;
import org.axonframework.serialization.jackson3.ObjectNodeToJsonNodeConverter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Axon's view of the {@link EventCatalogue}: types are wire names and revisions, bodies are JSON. A name that the catalogue
 * does not know is an exception here, where Axon's own serializers would let a handler pass over the event in silence.
 */
public final class CatalogueSerializer implements Serializer {

    private final EventCatalogue catalogue;
    private final JsonMapper mapper;
    private final ChainingConverter converter = new ChainingConverter();

    public CatalogueSerializer(EventCatalogue catalogue) {
        this.catalogue = catalogue;
        this.mapper = catalogue.mapper();
        converter.registerConverter(new JsonNodeToByteArrayConverter(mapper));
        converter.registerConverter(new ByteArrayToJsonNodeConverter(mapper));
        converter.registerConverter(new JsonNodeToObjectNodeConverter());
        converter.registerConverter(new ObjectNodeToJsonNodeConverter());
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
        SerializedType type = typeForClass(object == null ? null : object.getClass());
        String body = mapper.writeValueAsString(object);
        T content = representation == String.class
                ? representation.cast(body)
                : converter.convert(body.getBytes(StandardCharsets.UTF_8), representation);
        return new SimpleSerializedObject<>(content, representation, type);
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return representation == String.class || converter.canConvert(byte[].class, representation);
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // Axon's interface means null for its empty type.
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        if (SerializedType.emptyType().equals(serialized.getType())) {
            return null;
        }
        S data = serialized.getData();
        if (MetaData.class.getName().equals(serialized.getType().getName())) {
            return (T)
                    MetaData.from(data instanceof Map<?, ?> map ? (Map<String, ?>) map : read(serialized, Map.class));
        }
        return (T) read(serialized, classForType(serialized.getType()));
    }

    private <S, T> T read(SerializedObject<S> serialized, Class<T> type) {
        return switch (serialized.getData()) {
            case String text -> mapper.readValue(text, type);
            case byte[] bytes -> mapper.readValue(bytes, type);
            case JsonNode node -> mapper.treeToValue(node, type);
            default ->
                mapper.readValue(converter.convert(serialized, byte[].class).getData(), type);
        };
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class classForType(SerializedType type) {
        if (SerializedType.emptyType().equals(type)) {
            return Void.class;
        }
        return MetaData.class.getName().equals(type.getName()) ? MetaData.class : catalogue.classOf(type.getName());
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null || type == Void.class) {
            return SerializedType.emptyType();
        }
        return type == MetaData.class
                ? new SimpleSerializedType(type.getName(), null)
                : new SimpleSerializedType(catalogue.nameOf(type), catalogue.revisionOf(type));
    }

    @Override
    public Converter getConverter() {
        return converter;
    }
}
