package io.guanxi.embedded.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.List;
import org.h2.mvstore.MVMap;

/** The documents themselves, which are kept in the order of their ids. */
final class PrimaryIndex extends OrderedIndex {

    static final String NAME = "_id_";

    private final MVMap<byte[], byte[]> documents;

    PrimaryIndex(MVMap<byte[], byte[]> documents) {
        super(NAME, List.of(new IndexKey(ID, true)), false);
        this.documents = documents;
    }

    @Override
    protected MVMap<byte[], ?> map() {
        return documents;
    }

    @Override
    boolean hasArrays() {
        return false;
    }

    @Override
    Position position(byte[] key, Object value) {
        return new Position(key);
    }

    @Override
    public boolean isUnique() {
        return true;
    }

    @Override
    public Position getPosition(Document document) {
        return new Position(OrderedBytes.of(document.get(ID)));
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Position> collection) {
        if (documents.containsKey(getPosition(document).key())) {
            throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(document.get(ID)));
        }
    }

    @Override
    public void add(Document document, Position position, MongoCollection<Position> collection) {
        // The collection has put the document into the map already.
    }

    @Override
    public Position remove(Document document) {
        return getPosition(document);
    }

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<Position> collection) {
        // The id of a document cannot be changed; the collection sees to it.
    }

    @Override
    public void updateInPlace(
            Document oldDocument, Document newDocument, Position position, MongoCollection<Position> collection) {
        // As above.
    }
}
