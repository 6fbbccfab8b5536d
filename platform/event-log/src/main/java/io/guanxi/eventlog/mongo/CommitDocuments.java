package io.guanxi.eventlog.mongo;

import io.guanxi.eventlog.chain.ChainBroken;
import io.guanxi.eventlog.chain.Commit;
import io.guanxi.eventlog.chain.Link;
import io.guanxi.eventlog.chain.Provenance;
import io.guanxi.eventlog.chain.StoredEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** How a link of the chain is written down. The shape is part of the data of every installation and is approved by a test. */
public final class CommitDocuments {

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

    private CommitDocuments() {}

    public static Document document(Link link) {
        Commit commit = link.commit();
        return new Document(POSITION, link.position())
                .append(COUNT, commit.size())
                .append(STREAM, commit.stream())
                .append(VERSION, commit.version())
                .append(COMMIT, commit.id())
                .append(
                        EVENTS,
                        commit.events().stream().map(CommitDocuments::event).toList());
    }

    public static Link link(Document document) {
        List<StoredEvent> events = new ArrayList<>();
        document.getList(EVENTS, Document.class).forEach(event -> events.add(event(event)));
        Link link = new Link(
                position(document),
                new Commit(document.getString(COMMIT), document.getString(STREAM), version(document), events));
        if (link.end() != end(document)) {
            throw new ChainBroken("commit at position " + link.position() + " has "
                    + link.commit().size() + " events (expected: " + (end(document) - link.position()) + ")");
        }
        return link;
    }

    public static long position(Document document) {
        return number(document, POSITION);
    }

    public static long version(Document document) {
        return number(document, VERSION);
    }

    public static long end(Document document) {
        return position(document) + number(document, COUNT);
    }

    private static long number(Document document, String field) {
        return document.get(field, Number.class).longValue();
    }

    private static Document event(StoredEvent event) {
        Document document = new Document(ID, event.id())
                .append(NAME, event.name())
                .append(REVISION, event.revision())
                .append(BODY, event.body())
                .append(RECORDED, event.recorded().toString());
        document.putAll(event.provenance().asMap());
        return document;
    }

    private static StoredEvent event(Map<String, ?> event) {
        return new StoredEvent(
                text(event, ID),
                text(event, NAME),
                text(event, REVISION),
                text(event, BODY),
                Instant.parse(text(event, RECORDED)),
                Provenance.of(event));
    }

    private static String text(Map<String, ?> event, String field) {
        if (event.get(field) instanceof String text) {
            return text;
        }
        throw new ChainBroken("stored event without " + field);
    }
}
