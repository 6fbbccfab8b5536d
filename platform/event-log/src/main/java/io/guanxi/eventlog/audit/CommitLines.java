package io.guanxi.eventlog.audit;

import java.nio.charset.StandardCharsets;
import org.bson.BsonDocument;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/**
 * A stored commit as one line of text: canonical Extended JSON (version 2) with every field as it stands, in UTF-8 and
 * without a line break. The same document always gives the same line, and the line gives the same document again.
 */
public final class CommitLines {

    private static final JsonWriterSettings CANONICAL =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    private CommitLines() {}

    public static byte[] line(BsonDocument commit) {
        return commit.toJson(CANONICAL).getBytes(StandardCharsets.UTF_8);
    }

    /** @throws RuntimeException if this is no such line */
    public static BsonDocument commit(byte[] line) {
        return BsonDocument.parse(new String(line, StandardCharsets.UTF_8));
    }
}
