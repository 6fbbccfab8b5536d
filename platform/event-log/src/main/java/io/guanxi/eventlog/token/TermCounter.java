package io.guanxi.eventlog.token;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoServerException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The terms of all claims come out of one document. So a term names one claim, terms grow with each owner of a segment, and
 * they go on growing where a split or a merge puts what a segment covered under another one. A term may be drawn in vain.
 */
final class TermCounter {

    /** No claim has it: theirs have a slash. */
    private static final String ID = "terms";

    private static final String LAST = "last";
    private static final String IDENTIFIER = "identifier";
    private static final FindOneAndUpdateOptions OR_BEGIN =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER).upsert(true);

    private final MongoCollection<Document> documents;

    TermCounter(MongoCollection<Document> documents) {
        this.documents = documents;
    }

    long next() {
        return changed(inc(LAST, 1L)).getLong(LAST);
    }

    /** What distinguishes this collection of claims from every other one. */
    String identifier() {
        return changed(setOnInsert(LAST, 0L)).getString(IDENTIFIER);
    }

    private Document changed(Bson change) {
        Bson update = combine(change, setOnInsert(IDENTIFIER, UUID.randomUUID().toString()));
        try {
            return present(documents.findOneAndUpdate(eq("_id", ID), update, OR_BEGIN));
        } catch (MongoServerException e) {
            if (!isDuplicate(e.getCode())) {
                throw e;
            }
            // Another node began it in the same moment, so now it is there.
            return present(documents.findOneAndUpdate(eq("_id", ID), update, OR_BEGIN));
        }
    }

    private static Document present(@Nullable Document counter) {
        if (counter == null) {
            throw new IllegalStateException("the counter of terms is not there (expected: after an upsert)");
        }
        return counter;
    }

    static boolean isDuplicate(int code) {
        return ErrorCategory.fromErrorCode(code) == ErrorCategory.DUPLICATE_KEY;
    }
}
