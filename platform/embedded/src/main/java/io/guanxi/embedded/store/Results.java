package io.guanxi.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/** The documents of a query, read batch by batch. */
interface Results {

    /** A batch ends early rather than become larger than a reply may be. */
    int MOST_BYTES = 8 << 20;

    /** The next documents, at most so many; an empty list only at the end. */
    List<Document> next(int most);

    boolean isEmpty();
}
