package io.guanxi.analytics.runs.job;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * What runs have found that is too large for a job's document, in parts under keys that follow from run and name. A part bears
 * the term of the owner who wrote it, and an earlier owner who comes late writes nothing over it.
 */
final class RunFiles implements DoingRuns.Files {

    /** Like the views it follows from what else is known, and goes with them when a log is restored. */
    private static final String COLLECTION = "view_analytics-run-files";

    private static final int PART = 1 << 20;

    private static final String KEY = "_id";
    private static final String RUN = "run";
    private static final String TERM = "term";
    private static final String CONTENT = "content";

    private final MongoCollection<Document> parts;
    private boolean indexed;

    RunFiles(MongoDatabase database) {
        this.parts = database.getCollection(COLLECTION);
    }

    /** Reads to the end and keeps all; memory does not grow with it. */
    @Override
    public RunFile keep(String tenant, String run, String name, long term, InputStream content) throws IOException {
        createIndexOnce();
        MessageDigest digest = sha256();
        long bytes = 0;
        int number = 0;
        while (true) {
            byte[] part = content.readNBytes(PART);
            if (part.length == 0) {
                return new RunFile(name, number, bytes, HexFormat.of().formatHex(digest.digest()));
            }
            digest.update(part);
            bytes += part.length;
            write(tenant, run, name, number++, term, part);
        }
    }

    private synchronized void createIndexOnce() {
        if (!indexed) {
            parts.createIndex(ascending(RUN));
            indexed = true;
        }
    }

    private void write(String tenant, String run, String name, int number, long term, byte[] part) {
        String key = key(tenant, run, name, number);
        Document document = new Document(KEY, key)
                .append(RUN, tenant + "/" + run)
                .append(TERM, term)
                .append(CONTENT, new Binary(part));
        try {
            parts.replaceOne(and(eq(KEY, key), lte(TERM, term)), document, new ReplaceOptions().upsert(true));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            throw new IllegalStateException("run " + run + " has another owner by now", e);
        }
    }

    /**
     * Writes all of a file.
     *
     * @throws IOException if it cannot be written, or a part is no longer there
     */
    void copy(String tenant, String run, RunFile file, OutputStream out) throws IOException {
        for (int number = 0; number < file.parts(); number++) {
            Document part =
                    parts.find(eq(KEY, key(tenant, run, file.name(), number))).first();
            if (part == null) {
                throw new IOException("part " + number + " of " + file.name() + " is gone");
            }
            out.write(part.get(CONTENT, Binary.class).getData());
        }
    }

    @Override
    public void forget(String tenant, String run) {
        parts.deleteMany(eq(RUN, tenant + "/" + run));
    }

    private static String key(String tenant, String run, String name, int number) {
        return tenant + "/" + run + "/" + name + "/" + number;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
