package io.guanxi.loyalty.rehearsal.job;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import io.guanxi.eventing.publish.EventingJson;
import io.guanxi.loyalty.rehearsal.domain.Comparison.Verdict;
import io.guanxi.web.Cursor;
import io.guanxi.web.Page;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What each rehearsal found about the accounts for which it makes a difference: a document for each. Its key follows from the
 * rehearsal and the account, so finding the same again changes nothing.
 */
final class RehearsedAccounts implements RehearsingAccounts.Findings {

    /** Like the views it follows from the log, and goes with them when a log is restored. */
    private static final String COLLECTION = "view_rehearsed-accounts";

    private static final String KEY = "_id";
    private static final String REHEARSAL = "rehearsal";
    private static final String VERDICT = "verdict";
    private static final String GAIN = "gain";
    private static final String CONTENT = "content";

    private final MongoCollection<Document> documents;
    private final JsonMapper mapper = EventingJson.mapper();
    private boolean indexed;

    RehearsedAccounts(MongoDatabase database) {
        this.documents = database.getCollection(COLLECTION);
    }

    @Override
    public void keep(String tenant, String rehearsal, List<RehearsedAccount> accounts) {
        createIndexesOnce();
        List<ReplaceOneModel<Document>> writes = accounts.stream()
                .map(account -> stored(tenant + "/" + rehearsal, account))
                .map(document -> new ReplaceOneModel<>(
                        eq(KEY, document.getString(KEY)), document, new ReplaceOptions().upsert(true)))
                .toList();
        if (!writes.isEmpty()) {
            documents.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
    }

    private synchronized void createIndexesOnce() {
        if (!indexed) {
            documents.createIndex(ascending(REHEARSAL, VERDICT, GAIN, KEY));
            documents.createIndex(ascending(REHEARSAL, GAIN, KEY));
            indexed = true;
        }
    }

    private Document stored(String rehearsal, RehearsedAccount account) {
        return new Document(KEY, rehearsal + "/" + account.customerId())
                .append(REHEARSAL, rehearsal)
                .append(VERDICT, account.verdict())
                .append(GAIN, account.gain())
                .append(CONTENT, mapper.writeValueAsString(account));
    }

    /**
     * Those who gain most first; of the losers, those who lose most.
     *
     * @param verdict null for all
     * @param cursor what the page before gave; null for the first page
     * @throws io.guanxi.web.RequestRefused if the cursor is not one of this list
     */
    Page<RehearsedAccount> page(
            String tenant, String rehearsal, @Nullable Verdict verdict, @Nullable String cursor, int limit) {
        boolean leastFirst = verdict == Verdict.LOSES;
        String list = "rehearsed-" + (verdict == null ? "all" : verdict.word());
        var wanted = new ArrayList<Bson>(List.of(eq(REHEARSAL, tenant + "/" + rehearsal)));
        if (verdict != null) {
            wanted.add(eq(VERDICT, verdict.word()));
        }
        if (cursor != null) {
            wanted.add(beyond(Cursor.decode(list, cursor).position(), leastFirst));
        }
        List<Document> found = documents
                .find(and(wanted))
                .sort(leastFirst ? Sorts.ascending(GAIN, KEY) : Sorts.descending(GAIN, KEY))
                .limit(limit + 1)
                .into(new ArrayList<>());
        List<Document> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? new Cursor(list, position(shown.getLast())).encode() : null;
        return new Page<>(
                shown.stream()
                        .map(document -> mapper.readValue(document.getString(CONTENT), RehearsedAccount.class))
                        .toList(),
                next);
    }

    private static List<String> position(Document last) {
        return List.of(Long.toString(last.getLong(GAIN)), last.getString(KEY));
    }

    private static Bson beyond(List<String> position, boolean leastFirst) {
        long gain = Long.parseLong(position.getFirst());
        String key = position.getLast();
        return leastFirst
                ? and(gte(GAIN, gain), or(gt(GAIN, gain), and(eq(GAIN, gain), gt(KEY, key))))
                : and(lte(GAIN, gain), or(lt(GAIN, gain), and(eq(GAIN, gain), lt(KEY, key))));
    }

    @Override
    public void forget(String tenant, String rehearsal) {
        documents.deleteMany(eq(REHEARSAL, tenant + "/" + rehearsal));
    }
}
