package io.guanxi.eventing.view;

import io.guanxi.eventing.publish.EventingJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Documents as they are stored: fields side by side with the key and the position, instants and decimals as text. */
final class DocumentFormat {

    static final String KEY = "_id";
    static final String POSITION = "_position";

    /** When that happened which changed it last. */
    static final String HAPPENED = "_happened";

    /** Marks a document that is no more; it stays so that an old event cannot bring it back. */
    static final String GONE = "_gone";

    private static final TypeReference<LinkedHashMap<String, Object>> FIELDS = new TypeReference<>() {};

    // Field names that a store could misread; a map's keys may be anything.
    private static final char DOT = '.';
    private static final char DOLLAR = '$';
    private static final char FULL_WIDTH_DOT = '\uFF0E';
    private static final char FULL_WIDTH_DOLLAR = '\uFF04';

    private final JsonMapper mapper =
            EventingJson.mapper(new SimpleModule("stored").addSerializer(new FixedWidthInstant()));

    <D> Document write(String key, Folded<D> folded) {
        Document stored = new Document(KEY, key)
                .append(POSITION, folded.position())
                .append(HAPPENED, StoredInstant.of(folded.happened()));
        if (folded.document() == null) {
            return stored.append(GONE, true);
        }
        mapper.convertValue(folded.document(), FIELDS)
                .forEach((name, value) -> stored.append(escape(name), toStored(value)));
        return stored;
    }

    <D> Folded<D> read(Document stored, Class<D> type) {
        long position = stored.getLong(POSITION);
        Instant happened = Instant.parse(stored.getString(HAPPENED));
        return Folded.stored(position, happened, stored.getBoolean(GONE, false) ? null : content(stored, type));
    }

    <D> D content(Document stored, Class<D> type) {
        Map<String, Object> fields = new LinkedHashMap<>();
        stored.forEach((name, value) -> fields.put(unescape(name), toContent(value)));
        fields.remove(KEY);
        fields.remove(POSITION);
        fields.remove(HAPPENED);
        return mapper.convertValue(fields, type);
    }

    private static Object toStored(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Document document = new Document();
                map.forEach((name, inner) ->
                        document.append(escape(String.valueOf(name)), inner == null ? null : toStored(inner)));
                yield document;
            }
            case List<?> list -> {
                List<Object> stored = new ArrayList<>(list.size());
                list.forEach(inner -> stored.add(inner == null ? null : toStored(inner)));
                yield stored;
            }
            default -> value;
        };
    }

    private static Object toContent(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, Object> content = new LinkedHashMap<>();
                map.forEach((name, inner) ->
                        content.put(unescape(String.valueOf(name)), inner == null ? null : toContent(inner)));
                yield content;
            }
            case List<?> list -> {
                List<Object> content = new ArrayList<>(list.size());
                list.forEach(inner -> content.add(inner == null ? null : toContent(inner)));
                yield content;
            }
            case Binary binary -> binary.getData();
            default -> value;
        };
    }

    private static String escape(String name) {
        return name.replace(DOT, FULL_WIDTH_DOT).replace(DOLLAR, FULL_WIDTH_DOLLAR);
    }

    private static String unescape(String name) {
        return name.replace(FULL_WIDTH_DOT, DOT).replace(FULL_WIDTH_DOLLAR, DOLLAR);
    }

    private static final class FixedWidthInstant extends StdSerializer<Instant> {

        FixedWidthInstant() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializationContext context) {
            out.writeString(StoredInstant.of(value));
        }
    }
}
