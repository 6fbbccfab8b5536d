package io.guanxi.embedded.store;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;

/** One answer to several updates that were made one by one. */
final class UpdateAnswer {

    private final List<Document> upserted = new ArrayList<>();
    private final List<Document> errors = new ArrayList<>();
    private int matched;
    private int modified;
    private int made;

    void add(Document answer) {
        matched += Fields.number(answer, "n");
        modified += Fields.number(answer, "nModified");
        addAll(upserted, answer, "upserted");
        addAll(errors, answer, "writeErrors");
        made++;
    }

    private void addAll(List<Document> target, Document answer, String field) {
        for (Document part : Fields.documents(answer, field)) {
            part.put("index", made);
            target.add(part);
        }
    }

    boolean hasErrors() {
        return !errors.isEmpty();
    }

    Document toDocument() {
        Document answer = new Document("n", matched).append("nModified", modified);
        if (!upserted.isEmpty()) {
            answer.put("upserted", upserted);
        }
        if (!errors.isEmpty()) {
            answer.put("writeErrors", errors);
        }
        Utils.markOkay(answer);
        return answer;
    }
}
