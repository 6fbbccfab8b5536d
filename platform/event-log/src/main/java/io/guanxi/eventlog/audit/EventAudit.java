package io.guanxi.eventlog.audit;

import io.guanxi.eventlog.chain.Provenance;
import io.guanxi.eventlog.mongo.CommitDocuments;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** Judges single events. */
final class EventAudit {

    static final String ID = "id";
    static final String RECORDED = CommitDocuments.RECORDED;

    private static final String NAME = "name";
    private static final String REVISION = "revision";
    private static final String BODY = "body";
    private static final List<String> TEXTS =
            List.of(ID, NAME, REVISION, BODY, Provenance.TENANT, Provenance.CORRELATION);
    private static final List<String> TIMES = List.of(RECORDED, Provenance.HAPPENED);

    private final BodyCheck bodies;
    private final Findings findings;

    EventAudit(BodyCheck bodies, Findings findings) {
        this.bodies = bodies;
        this.findings = findings;
    }

    void see(BsonDocument event, String stream, long position) {
        TEXTS.stream()
                .filter(field -> CommitFields.text(event, field) == null)
                .forEach(field ->
                        findings.add(FindingKind.INCOMPLETE_EVENT, position, stream, field + " is missing or no text"));
        TIMES.stream()
                .filter(field -> time(event, field) == null)
                .forEach(field ->
                        findings.add(FindingKind.INCOMPLETE_EVENT, position, stream, field + " is missing or no time"));
        String tenant = CommitFields.text(event, Provenance.TENANT);
        if (tenant != null && !stream.startsWith(tenant + "/")) {
            findings.add(
                    FindingKind.TENANT_DIFFERS, position, stream, "the event's tenant is not the one of the stream");
        }
        read(event, stream, position);
    }

    private void read(BsonDocument event, String stream, long position) {
        String name = CommitFields.text(event, NAME);
        String revision = CommitFields.text(event, REVISION);
        String body = CommitFields.text(event, BODY);
        if (name == null || revision == null || body == null) {
            return;
        }
        switch (bodies.judge(name, revision, body)) {
            case READABLE -> {}
            case UNKNOWN_NAME ->
                findings.add(FindingKind.UNKNOWN_NAME, position, stream, "the catalogue has no event of this name");
            case UNREADABLE_BODY ->
                findings.add(
                        FindingKind.UNREADABLE_BODY,
                        position,
                        stream,
                        "the body cannot be read as an event of its name");
        }
    }

    static @Nullable Instant time(BsonDocument event, String field) {
        String text = CommitFields.text(event, field);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
