package io.guanxi.eventlog.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.eventlog.SampleEvents;
import io.guanxi.eventlog.chain.Commit;
import io.guanxi.eventlog.chain.Link;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.junit.jupiter.api.Test;

/** The written shape is the data of every installation: the approved file changes only together with a way to read the old. */
class StoringACommitTest {

    private static final Commit COMMIT = new Commit(
            "b9d7c7de-0a55-4a2f-8c6d-2f6a6e6f6d11",
            "acme/1",
            17,
            List.of(SampleEvents.event("event-1"), SampleEvents.event("event-2")));

    @Test
    void aCommitIsWrittenAsApproved() throws IOException {
        Document document = CommitDocuments.document(new Link(42, COMMIT));

        assertThat(document.toJson(JsonWriterSettings.builder()
                        .outputMode(JsonMode.EXTENDED)
                        .indent(true)
                        .build()))
                .isEqualToIgnoringNewLines(approved());
    }

    @Test
    void theApprovedDocumentIsReadAsTheCommit() throws IOException {
        assertThat(CommitDocuments.link(Document.parse(approved()))).isEqualTo(new Link(42, COMMIT));
    }

    private static String approved() throws IOException {
        try (InputStream file = StoringACommitTest.class.getResourceAsStream("/approved/commit.json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
