package io.guanxi.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;

/** Fields of commands and answers, which are absent as often as not. */
final class Fields {

    private Fields() {}

    static List<Document> documents(Document document, String field) {
        List<Document> documents = new ArrayList<>();
        if (document.get(field) instanceof Iterable<?> parts) {
            parts.forEach(part -> documents.add((Document) part));
        }
        return documents;
    }

    static int number(Document document, String field) {
        return document.get(field) instanceof Number number ? number.intValue() : 0;
    }
}
