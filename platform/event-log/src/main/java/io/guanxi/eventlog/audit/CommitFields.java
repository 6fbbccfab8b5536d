package io.guanxi.eventlog.audit;

import io.guanxi.eventlog.mongo.CommitDocuments;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Reads a document that may be anything. */
final class CommitFields {

    private CommitFields() {}

    static @Nullable Long position(BsonDocument commit) {
        return whole(commit.get(CommitDocuments.POSITION));
    }

    static @Nullable Long count(BsonDocument commit) {
        return whole(commit.get(CommitDocuments.COUNT));
    }

    static @Nullable Long version(BsonDocument commit) {
        return whole(commit.get(CommitDocuments.VERSION));
    }

    static @Nullable String stream(BsonDocument commit) {
        return text(commit, CommitDocuments.STREAM);
    }

    static @Nullable String id(BsonDocument commit) {
        return text(commit, CommitDocuments.COMMIT);
    }

    /** Null unless it is a list of documents, with at least one. */
    static @Nullable List<BsonDocument> events(BsonDocument commit) {
        if (!(commit.get(CommitDocuments.EVENTS) instanceof BsonArray events)
                || events.isEmpty()
                || !events.stream().allMatch(BsonValue::isDocument)) {
            return null;
        }
        return events.stream().map(BsonValue::asDocument).toList();
    }

    /** Null unless it is a text that is not empty. */
    static @Nullable String text(BsonDocument document, String field) {
        BsonValue value = document.get(field);
        return value != null && value.isString() && !value.asString().getValue().isEmpty()
                ? value.asString().getValue()
                : null;
    }

    /** Null unless it is an integer, not negative. */
    private static @Nullable Long whole(@Nullable BsonValue value) {
        if (value == null || !(value.isInt32() || value.isInt64())) {
            return null;
        }
        long number = value.asNumber().longValue();
        return number < 0 ? null : number;
    }
}
