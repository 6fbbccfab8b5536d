package io.guanxi.eventlog.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.eventlog.SampleEvents;
import io.guanxi.eventlog.chain.ChainBroken;
import io.guanxi.eventlog.chain.Commit;
import io.guanxi.eventlog.chain.Link;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.BsonInt32;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The written shape is the data of every installation: the approved file changes only together with a way to read the old. */
class StoringACommitTest {

    private static final CommitDocuments FORMAT = new CommitDocuments();
    private static final Commit COMMIT = new Commit(
            "b9d7c7de-0a55-4a2f-8c6d-2f6a6e6f6d11",
            "acme/1",
            17,
            List.of(SampleEvents.event("event-1"), SampleEvents.event("event-2")));

    @Test
    void aCommitIsWrittenAsApproved() throws IOException {
        BsonDocument document = new BsonDocument();
        FORMAT.encode(
                new BsonDocumentWriter(document),
                new Link(42, COMMIT),
                EncoderContext.builder().build());

        assertThat(document.toJson(JsonWriterSettings.builder()
                        .outputMode(JsonMode.EXTENDED)
                        .indent(true)
                        .build()))
                .isEqualToIgnoringNewLines(approved());
    }

    @Test
    void theApprovedDocumentIsReadAsTheCommit() throws IOException {
        assertThat(read(BsonDocument.parse(approved()))).isEqualTo(new Link(42, COMMIT));
    }

    @Test
    void aFieldOfALaterVersionIsPassedOver() throws IOException {
        BsonDocument document = BsonDocument.parse(approved()).append("added", new BsonDocument("n", new BsonInt32(1)));
        document.getArray("events").getFirst().asDocument().append("added", new BsonInt32(1));

        assertThat(read(document)).isEqualTo(new Link(42, COMMIT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stream", "commit", "events", "n"})
    void aDocumentWithoutOneOfItsFieldsIsBroken(String field) throws IOException {
        BsonDocument document = BsonDocument.parse(approved());
        document.remove(field);

        assertThatThrownBy(() -> read(document)).isInstanceOf(ChainBroken.class);
    }

    @Test
    void aDocumentThatLostAnEventIsBroken() throws IOException {
        BsonDocument document = BsonDocument.parse(approved());
        document.getArray("events").removeLast();

        assertThatThrownBy(() -> read(document))
                .hasMessage("commit at position 42 has 1 events (expected: 2, at least 1)");
    }

    private static Link read(BsonDocument document) {
        return FORMAT.decode(document.asBsonReader(), DecoderContext.builder().build());
    }

    private static String approved() throws IOException {
        try (InputStream file = StoringACommitTest.class.getResourceAsStream("/approved/commit.json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
