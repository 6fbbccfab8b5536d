package io.guanxi.embedded.store;

import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.DataType;
import org.h2.mvstore.type.LongDataType;

/** What all collections of a store share, and how their maps are named in its file. */
record StoreContext(MVStore store, GroupCommit commits, Cursors cursors) {

    static final String DOCUMENTS = "documents:";
    private static final String INDEX = "index:";

    MVMap<byte[], byte[]> documents(String collection) {
        return map(DOCUMENTS + collection, ByteArrayDataType.INSTANCE);
    }

    MVMap<byte[], Long> index(String collection, String index) {
        return map(indexes(collection) + index, LongDataType.INSTANCE);
    }

    private <V> MVMap<byte[], V> map(String name, DataType<V> values) {
        return store.openMap(
                name,
                new MVMap.Builder<byte[], V>()
                        .keyType(ByteArrayDataType.INSTANCE)
                        .valueType(values));
    }

    void removeDocuments(String collection) {
        remove(DOCUMENTS + collection);
    }

    void removeIndex(String collection, String index) {
        remove(indexes(collection) + index);
    }

    private void remove(String name) {
        if (store.hasMap(name)) {
            store.removeMap(name);
        }
    }

    void rename(StoreCollection collection, String from, String to) {
        store.renameMap(collection.documents(), DOCUMENTS + to);
        for (var index : collection.getIndexes()) {
            if (index instanceof SecondaryIndex secondary) {
                store.renameMap(secondary.map(), indexes(to) + secondary.getName());
            }
        }
    }

    /** The one character that no name of a collection has, so that no index can take another collection's name. */
    private static String indexes(String collection) {
        return INDEX + collection + '\0';
    }
}
