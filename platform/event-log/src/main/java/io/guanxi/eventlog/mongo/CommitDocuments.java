package io.guanxi.eventlog.mongo;

import io.guanxi.eventlog.chain.ChainBroken;
import io.guanxi.eventlog.chain.Commit;
import io.guanxi.eventlog.chain.Link;
import io.guanxi.eventlog.chain.Provenance;
import io.guanxi.eventlog.chain.StoredEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.jspecify.annotations.Nullable;

/**
 * How a link of the chain is written down. The shape is part of the data of every installation and is approved by a test.
 * Fields that it does not know are passed over.
 */
public final class CommitDocuments implements Codec<Link> {

    public static final String POSITION = "_id";
    public static final String COUNT = "n";
    public static final String STREAM = "stream";
    public static final String VERSION = "version";
    public static final String COMMIT = "commit";
    public static final String EVENTS = "events";
    public static final String RECORDED = "recorded";

    private static final String ID = "id";
    private static final String NAME = "name";
    private static final String REVISION = "revision";
    private static final String BODY = "body";

    @Override
    public Class<Link> getEncoderClass() {
        return Link.class;
    }

    @Override
    public void encode(BsonWriter writer, Link link, EncoderContext context) {
        Commit commit = link.commit();
        writer.writeStartDocument();
        writer.writeInt64(POSITION, link.position());
        writer.writeInt32(COUNT, commit.size());
        writer.writeString(STREAM, commit.stream());
        writer.writeInt64(VERSION, commit.version());
        writer.writeString(COMMIT, commit.id());
        writer.writeStartArray(EVENTS);
        commit.events().forEach(event -> encode(writer, event));
        writer.writeEndArray();
        writer.writeEndDocument();
    }

    private static void encode(BsonWriter writer, StoredEvent event) {
        writer.writeStartDocument();
        writer.writeString(ID, event.id());
        writer.writeString(NAME, event.name());
        writer.writeString(REVISION, event.revision());
        writer.writeString(BODY, event.body());
        writer.writeString(RECORDED, event.recorded().toString());
        event.provenance().asMap().forEach(writer::writeString);
        writer.writeEndDocument();
    }

    /** @throws ChainBroken if something is missing, or there are not as many events as the document says */
    @Override
    public Link decode(BsonReader reader, DecoderContext context) {
        long position = -1;
        long count = 0;
        long version = -1;
        String stream = null;
        String commit = null;
        List<StoredEvent> events = List.of();
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case POSITION -> position = number(reader);
                case COUNT -> count = number(reader);
                case STREAM -> stream = reader.readString();
                case VERSION -> version = number(reader);
                case COMMIT -> commit = reader.readString();
                case EVENTS -> events = events(reader);
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        if (events.isEmpty() || events.size() != count) {
            throw new ChainBroken("commit at position " + position + " has " + events.size() + " events (expected: "
                    + count + ", at least 1)");
        }
        return new Link(position, new Commit(required(commit, COMMIT), required(stream, STREAM), version, events));
    }

    private static long number(BsonReader reader) {
        return reader.getCurrentBsonType() == BsonType.INT32 ? reader.readInt32() : reader.readInt64();
    }

    private static List<StoredEvent> events(BsonReader reader) {
        List<StoredEvent> events = new ArrayList<>();
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            events.add(event(reader));
        }
        reader.readEndArray();
        return events;
    }

    private static StoredEvent event(BsonReader reader) {
        Map<String, String> texts = new HashMap<>();
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            String field = reader.readName();
            if (reader.getCurrentBsonType() == BsonType.STRING) {
                texts.put(field, reader.readString());
            } else {
                reader.skipValue();
            }
        }
        reader.readEndDocument();
        return new StoredEvent(
                required(texts.get(ID), ID),
                required(texts.get(NAME), NAME),
                required(texts.get(REVISION), REVISION),
                required(texts.get(BODY), BODY),
                Instant.parse(required(texts.get(RECORDED), RECORDED)),
                Provenance.of(texts));
    }

    private static String required(@Nullable String text, String field) {
        if (text == null) {
            throw new ChainBroken("stored commit without " + field);
        }
        return text;
    }
}
